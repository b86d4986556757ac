import { cyclicMark } from '../draw/cyclic';
import { factorMark } from '../draw/sequential';
import type { Rgb, Theme } from '../draw/theme';
import type { Factor } from '../state/factorColour';

/** Steps of a scale: each is a plane of ink of its own to the painters, which have 31. */
const STEPS = 16;

/** The colours of the numbers of a factor. */
interface FactorScale {
  /** Its ends; of numbers that come round, those of a period. */
  readonly least: number;
  readonly most: number;
  /** Of each step, from the least on. */
  readonly colours: readonly Rgb[];
  /** What the whole scale looks like, evenly from the least to the most: where numbers come round it ends as it begins. */
  readonly stops: readonly Rgb[];
  /** The step of a number within the scale. */
  stepOf(value: number): number;
}

/** The scale of a factor of numbers: with two ends, or closed where they come round. */
export function factorScale({ values, period }: Pick<Factor, 'values' | 'period'>, { dark }: Theme): FactorScale {
  const range = rangeOf(values);
  return period === undefined ? openScale(range, dark) : closedScale(range.least < 0 ? -period / 2 : 0, period, dark);
}

interface Range {
  readonly least: number;
  readonly most: number;
}

function openScale({ least, most }: Range, dark: boolean): FactorScale {
  const colours = Array.from({ length: STEPS }, (_, step) => factorMark(step / (STEPS - 1), dark));
  return {
    least,
    most,
    colours,
    stops: colours,
    stepOf: (value) => Math.min(STEPS - 1, Math.floor((STEPS * (value - least)) / (most - least || 1))),
  };
}

function closedScale(least: number, period: number, dark: boolean): FactorScale {
  const colours = Array.from({ length: STEPS }, (_, step) => cyclicMark(step / STEPS, dark));
  return {
    least,
    most: least + period,
    colours,
    stops: [...colours, colours[0]!],
    // The first step is around the least and the most alike.
    stepOf: (value) => Math.round((STEPS * (value - least)) / period) % STEPS,
  };
}

/** The least and the largest of the values that are known; 0 and 0 where none is. */
function rangeOf(values: Float32Array): Range {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return least <= most ? { least, most } : { least: 0, most: 0 };
}
