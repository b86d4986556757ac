import type { Dataset } from '../dataset';
import type { Found, OwnImages, Reading } from './reading';

/** Images as they stand in a file: their numbers are no intensities yet. */
export interface RawImages {
  readonly n: number;
  readonly width: number;
  readonly height: number;
  /** n × height × width numbers, row-major. */
  readonly values: Float32Array;
  /** Whether the numbers of the file that they are, or are means of, are all whole. */
  readonly whole: boolean;
  /** The least and the largest of `values`. */
  readonly range: readonly [least: number, largest: number];
  /** The number that stands for full intensity by its type; null where the numbers have to tell. */
  readonly full: number | null;
}

/** What else is known of them. */
export type Known = Pick<Dataset, 'name' | 'labels' | 'classNames' | 'titles'> &
  Pick<Found, 'format' | 'shapes' | 'channels' | 'columns' | 'leftOut'> & {
    /** The least and the largest number of the file, where they have been made intensities already. */
    readonly range?: Found['range'];
    /** What was found of what the reader has left open, but for how numbers become intensities. */
    readonly reading: Required<Omit<Reading, 'stretched'>>;
  };

/** Values that stand for full intensity in numbers of wider types: of a fraction, and of a byte. */
const USUAL_FULL = { fraction: 1, byte: 255 } as const;

/** The least and the largest of numbers. */
export function rangeOf(values: ArrayLike<number>): [least: number, largest: number] {
  let [least, largest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < values.length; i++) {
    least = Math.min(least, values[i]!);
    largest = Math.max(largest, values[i]!);
  }
  return [least, largest];
}

/**
 * The value that stands for full intensity, 0 standing for none; null where there is no telling. Whole numbers of any
 * type are mostly bytes; fractions are 0 … 1.
 */
function fullOf({ full, whole, range: [least, largest] }: RawImages): number | null {
  if (least < 0) return null;
  if (full !== null) return full;
  if (!whole) return largest <= USUAL_FULL.fraction ? USUAL_FULL.fraction : null;
  if (largest <= USUAL_FULL.fraction) return USUAL_FULL.fraction;
  return largest <= USUAL_FULL.byte ? USUAL_FULL.byte : null;
}

/**
 * Makes intensities of numbers, in place: `raw` is used up.
 *
 * Unless the reader says otherwise numbers are divided by what their type stands for, and stretched where there is no
 * telling, or where they fill less than half of that: digits of 0 … 16 in bytes are no faint digits.
 */
export function toOwnImages(raw: RawImages, known: Known, stretched: boolean | undefined): OwnImages {
  const { n, width, height, values, range } = raw;
  const { name, labels, classNames, titles, reading, ...found } = known;
  const full = fullOf(raw);
  const stretches = stretched ?? (full === null || (raw.whole && 2 * range[1] < full));
  // Told not to stretch numbers of which nobody knows what they stand for, one can only cut them off.
  const [from, to] = stretches ? range : [0, full ?? Math.max(range[1], 1)];
  const extent = to - from || 1;
  const asTheyAre = from === 0 && to === 1 && range[0] >= 0 && range[1] <= 1 && !reading.inverted;
  for (let i = 0; i < values.length && !asTheyAre; i++) {
    const intensity = Math.min(1, Math.max(0, (values[i]! - from) / extent));
    values[i] = reading.inverted ? 1 - intensity : intensity;
  }
  return {
    dataset: {
      name,
      n,
      width,
      height,
      images: values,
      labels,
      ...(classNames !== undefined && { classNames }),
      ...(titles !== undefined && { titles }),
    },
    found: { range, ...found, reading: { ...reading, stretched: stretches } },
  };
}
