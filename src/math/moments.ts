/** What the centres and axes of all ellipses are on average; N codes of d axes. Arrays have length d. */
export interface Moments {
  /** Mean of the centres. */
  readonly mean: Float64Array;
  /** Var_x(μᵢ), over N, not N − 1. */
  readonly variance: Float64Array;
  /** (1/N) Σ σᵢ. */
  readonly meanSigma: Float64Array;
  /** Var_x(μᵢ) + (1/N) Σ σᵢ², the variance of the aggregated posterior: near 1 at the optimum on every active axis. */
  readonly identity: Float64Array;
  /** Number of axes with Var_x(μᵢ) > 0.01 (Burda et al. 2016). */
  readonly activeAxes: number;
  /** Overall standard deviation of the centres: root of the mean of the axes' variances. */
  readonly spread: number;
  /** Largest ‖μᵢ‖, from the origin. */
  readonly largestRadius: number;
}

/** Above this variance of its centres an axis is active. */
export const ACTIVE = 0.01;

/**
 * Moments of N codes, N ≥ 1.
 * @param mu N × d, row-major
 * @param sigma N × d, row-major
 */
export function moments(mu: ArrayLike<number>, sigma: ArrayLike<number>, d = 2): Moments {
  const n = mu.length / d;
  const mean = new Float64Array(d);
  const variance = new Float64Array(d);
  const meanSigma = new Float64Array(d);
  const meanSigma2 = new Float64Array(d);
  let largest = 0;
  for (let i = 0; i < n; i++) {
    let squared = 0;
    for (let axis = 0; axis < d; axis++) {
      const m = mu[i * d + axis]!;
      const s = sigma[i * d + axis]!;
      mean[axis]! += m / n;
      meanSigma[axis]! += s / n;
      meanSigma2[axis]! += (s * s) / n;
      squared += m * m;
    }
    largest = Math.max(largest, squared);
  }
  // A second pass: the mean square minus the squared mean loses every digit for a tight cloud far from the origin.
  for (let i = 0; i < n; i++) {
    for (let axis = 0; axis < d; axis++) variance[axis]! += (mu[i * d + axis]! - mean[axis]!) ** 2 / n;
  }
  return {
    mean,
    variance,
    meanSigma,
    identity: variance.map((value, axis) => value + meanSigma2[axis]!),
    activeAxes: variance.filter((value) => value > ACTIVE).length,
    spread: Math.sqrt(variance.reduce((sum, value) => sum + value, 0) / d),
    largestRadius: Math.sqrt(largest),
  };
}
