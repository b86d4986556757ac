/** What is known of n images as a few levels, so that shares of images can be counted. */
export interface FactorLevels {
  /** n places among the levels, or `UNKNOWN`. */
  readonly levels: Uint16Array;
  /** How many levels some image has. */
  readonly count: number;
}

/** Of an image of which it is not known. */
export const UNKNOWN = 0xffff;

/** Levels of numbers that have an order at most. */
const MOST = 20;

/** Images that a cell of a table of two factors is to have on average: with fewer, chance would say more than they do. */
const IN_CELL = 5;

/**
 * Levels of a factor: every kind is one, and so is every number where there are no more than 20 of them. More numbers are
 * brought to levels of equally many images, as far as equal numbers allow, which stay together: to √(n/5), 20 at most.
 * @param values n numbers; NaN where it is not known
 * @param areKinds whether they are places in a list of kinds, without an order
 */
export function factorLevels(values: ArrayLike<number>, areKinds: boolean): FactorLevels {
  const sorted = Float64Array.from(values)
    .filter((value) => !Number.isNaN(value))
    .sort();
  const distinct = sorted.filter((value, i) => i === 0 || value !== sorted[i - 1]);
  const starts = areKinds || distinct.length <= MOST ? distinct : equalStarts(sorted);
  const levels = Uint16Array.from(values, (value) => (Number.isNaN(value) ? UNKNOWN : lastAt(starts, value)));
  return { levels, count: starts.length };
}

/** The least value of each level; a level that equal numbers leave empty is left out. */
function equalStarts(sorted: Float64Array): Float64Array {
  const count = Math.min(MOST, Math.max(2, Math.floor(Math.sqrt(sorted.length / IN_CELL))));
  const starts = Float64Array.from(
    { length: count },
    (_, level) => sorted[Math.floor((level * sorted.length) / count)]!,
  );
  return starts.filter((value, i) => i === 0 || value !== starts[i - 1]);
}

/** Place of the last of ascending values that is not above `value`. */
function lastAt(ascending: Float64Array, value: number): number {
  let [from, to] = [0, ascending.length - 1];
  while (from < to) {
    const middle = (from + to + 1) >> 1;
    if (ascending[middle]! <= value) from = middle;
    else to = middle - 1;
  }
  return from;
}
