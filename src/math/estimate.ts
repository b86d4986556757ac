/** A mean over some of N things, standing for that over all of them. */
export interface Estimate {
  readonly mean: number;
  /** Standard deviation of the mean over draws of the same number of things; 0 where all were taken. */
  readonly standardError: number;
}

/**
 * @param values of the things that were drawn, without replacement
 * @param population N, how many there are in all
 */
export function estimate(values: readonly number[], population: number): Estimate {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value / n, 0);
  if (n === population) return { mean, standardError: 0 };
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2 / (n - 1), 0);
  return { mean, standardError: Math.sqrt((variance / n) * (1 - n / population)) };
}
