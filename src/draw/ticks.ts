import { tickStep } from 'd3-array';
import { format, formatPrefix, precisionFixed, precisionPrefix } from 'd3-format';
import type { LinearScale } from './linear';

/** From this on numbers on axes are written as 100k, 2.5M: their zeros would take the room of the picture. */
const LARGE = 1e5;

/** CSS pixels of a character of a label, at most, in the 11 px face of axes. */
const CHARACTER = 7.2;

const grouped = format(',');
const shortened = format('.4~s');

/** A whole number as the label of a tick that has no neighbours to agree with. */
export const labelOf = (value: number): string => (Math.abs(value) < LARGE ? grouped : shortened)(value);

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
  const write =
    largest >= LARGE
      ? formatPrefix(`.${precisionPrefix(step, largest)}~s`, largest)
      : format(`,.${whole ? 0 : precisionFixed(step)}f`);
  const texts = values.map((value) => (value === 0 ? '0' : write(value)));
  return { values, texts, width: CHARACTER * Math.max(0, ...texts.map(({ length }) => length)) };
}
