import type { Likelihood } from './engine';

/**
 * The least ln σ̃² that is learned: σ̃ = e⁻⁷, 0.0009, a quarter of the step of pixels of 8 bits. Images that are
 * reproduced exactly would send it to −∞, and the loss with it. A lower value counts as this one in R, which then does
 * not depend on it, and a step of training ends here at the lowest.
 */
export const LEAST_LOG_VAR_X = -14;

/** σ̃ of a pixel, from the ln σ̃² that a model learns. */
export const sigmaXOf = (logVariance: number): number => Math.exp(0.5 * Math.max(logVariance, LEAST_LOG_VAR_X));

/**
 * The reconstruction term of one pixel is weight·(x − a)² + constant: of the Gaussian model with standard deviation σ̃
 * the weight is 1/(2σ̃²) and the constant ½ ln(2πσ̃²), of the plain squared error 1 and 0. Bernoulli uses neither.
 */
export function squaredErrorTerms(likelihood: Likelihood, sigmaX: number): { weight: number; constant: number } {
  if (likelihood !== 'gaussian' && likelihood !== 'gaussian-learned') return { weight: 1, constant: 0 };
  const variance = sigmaX * sigmaX;
  return { weight: 0.5 / variance, constant: 0.5 * Math.log(2 * Math.PI * variance) };
}
