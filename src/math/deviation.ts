/**
 * Mean and standard deviation of a sample, with n − 1 in its divisor.
 * @param values two or more
 */
export function meanAndDeviation(values: readonly number[]): { readonly mean: number; readonly deviation: number } {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value / n, 0);
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2 / (n - 1), 0);
  return { mean, deviation: Math.sqrt(variance) };
}
