/**
 * Images in which distances are those of the observation model. The Fisher metric F of p(x|z) is JᵀJ of the Jacobian of
 * these, so that one code serves the metric of the means and the Fisher metric: lengths are then counted in standard
 * deviations of a pixel's noise.
 */

/**
 * Bernoulli, from logits: φ = 2 arctan e^{a/2} = 2 arcsin √p, in (0, π). As dφ/da = √(p(1 − p)), JᵀJ of φ is
 * F = Jₐᵀ diag(p(1 − p)) Jₐ. This is the square root that stabilises the variance (Bartlett 1936), and is finite for
 * every finite logit.
 */
export function bernoulliAngles(logits: Float32Array): Float32Array {
  return logits.map((a) => 2 * Math.atan(Math.exp(a / 2)));
}

/**
 * Gaussian with standard deviation σ̃ > 0: m/σ̃, so that JᵀJ is F = JₘᵀJₘ/σ̃². The squared error is that of σ̃ = √½.
 * @param means as the decoder gives them: where they are held to [0, 1], as for a picture, F lacks what is beyond
 */
export function gaussianImages(means: Float32Array, sigmaX: number): Float32Array {
  return means.map((m) => m / sigmaX);
}
