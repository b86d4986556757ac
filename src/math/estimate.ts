/** A mean over some of N things, standing for that over all of them. */
export interface Estimate {
  readonly mean: number;
  /** Standard deviation of the mean over draws of the same number of things; 0 where all were taken. */
  readonly standardError: number;
}

/** The mean over all things from the means over parts of them. @param sizes how many things each part has in all */
export function pooled(parts: readonly Estimate[], sizes: readonly number[]): Estimate {
  const population = sizes.reduce((sum, size) => sum + size, 0);
  let [mean, variance] = [0, 0];
  parts.forEach((part, k) => {
    const share = sizes[k]! / population;
    mean += share * part.mean;
    variance += (share * part.standardError) ** 2;
  });
  return { mean, standardError: Math.sqrt(variance) };
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
