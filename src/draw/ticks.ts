import { tickStep } from 'd3-array';
import { decimalsOf, fixed, shortened } from './decimals';
import type { LinearScale } from './linear';

/** From this on numbers on axes are written as 100k, 2.5M: their zeros would take the room of the picture. */
const LARGE = 1e5;

/** CSS pixels of a character of a label, at most, in the 11 px face of axes. */
const CHARACTER = 7.2;

/** A whole number as the label of a tick that has no neighbours to agree with: four digits tell of a large one. */
export const labelOf = (value: number): string =>
  Math.abs(value) < LARGE ? fixed(value, 0) : shortened(Math.abs(value), Math.abs(value) / 1000)(value);

/** Ticks of an axis, and what stands beside them. */
export interface Labels {
  readonly values: readonly number[];
  readonly texts: readonly string[];
  /** CSS pixels of the longest text, at most. */
  readonly width: number;
}

/**
 * Round numbers over the domain of a scale.
 * @param wanted about how many
 * @param whole whether only whole numbers mean anything
 */
export function labelsOf(scale: LinearScale, wanted: number, whole = false): Labels {
  const [from, to] = scale.domain();
  const values = scale.ticks(wanted).filter((tick) => !whole || Number.isInteger(tick));
  const largest = Math.max(...values.map(Math.abs), 0);
  const step = tickStep(from, to, wanted);
  const decimals = whole ? 0 : decimalsOf(step);
  const write = largest >= LARGE ? shortened(largest, step) : (value: number): string => fixed(value, decimals);
  const texts = values.map((value) => (value === 0 ? '0' : write(value)));
  return { values, texts, width: CHARACTER * Math.max(0, ...texts.map(({ length }) => length)) };
}
