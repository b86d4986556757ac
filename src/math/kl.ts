/**
 * The regularisers K of the objective, in nats, one latent axis at a time unless said otherwise: a code's value is
 * the sum over its axes. Derivatives stand behind their functions and are named for the variable.
 */

/** Box minus Gaussian of the same mean and variance, in nats an axis: ½ ln(2πe/12) ≈ 0.1765. */
export const BOX_EXCESS = 0.5 * Math.log((2 * Math.PI * Math.E) / 12);

/**
 * KL(N(mu, sigma²) ‖ N(0, 1)) = ½(μ² + σ² − 1) − ln σ (Kingma & Welling 2013, appendix B). Never negative; +∞ at σ = 0.
 */
export function klAxis(mu: number, sigma: number): number {
  // ½(σ² − 1) by way of σ − 1, which is exact around 1: next to the prior, where the terms cancel to (σ − 1)², the
  // rounding that is left is that of σ − 1 and not that of 1.
  const d = sigma - 1;
  return 0.5 * mu * mu + (d + 0.5 * d * d - Math.log(sigma));
}

/** `klAxis` in the encoder's own parameters: ½(μ² + e^l − 1 − l) with l = ln σ². */
export function klAxisFromLogVar(mu: number, logVar: number): number {
  return 0.5 * (mu * mu + (Math.expm1(logVar) - logVar));
}

export function klAxisByMu(mu: number): number {
  return mu;
}

/** σ − 1/σ. */
export function klAxisBySigma(sigma: number): number {
  return ((sigma - 1) * (sigma + 1)) / sigma;
}

/** ½(σ² − 1) = ½(e^l − 1). */
export function klAxisByLogVar(logVar: number): number {
  return 0.5 * Math.expm1(logVar);
}

/** The simple regulariser μ² + (σ − 1)²: the same minimum without the logarithm. */
export function simpleAxis(mu: number, sigma: number): number {
  const d = sigma - 1;
  return mu * mu + d * d;
}

export function simpleAxisByMu(mu: number): number {
  return 2 * mu;
}

export function simpleAxisBySigma(sigma: number): number {
  return 2 * (sigma - 1);
}

/** dσ/d(ln σ²) = σ/2 times the derivative by σ. */
export function simpleAxisByLogVar(logVar: number): number {
  const sigma = Math.exp(0.5 * logVar);
  return sigma * (sigma - 1);
}

/**
 * KL of the box (uniform on mu ± √3·sigma, so that sigma² is its variance) to N(0, 1):
 * −ln(2√3σ) + ½ ln 2π + ½(μ² + σ²). It is the Gaussian's value and `BOX_EXCESS`, so `klAxisByMu`, `klAxisBySigma` and
 * `klAxisByLogVar` are its derivatives too.
 */
export function boxKlAxis(mu: number, sigma: number): number {
  return klAxis(mu, sigma) + BOX_EXCESS;
}

/**
 * KL(N(mu, LLᵀ) ‖ N(0, I)) in two dimensions: ½(tr Σ + μᵀμ − 2 − ln det Σ).
 * @param mu μ₀, μ₁
 * @param chol the lower triangle of L by rows: L₀₀, L₁₀, L₁₁, diagonal > 0
 */
export function klFullToPrior(mu: ArrayLike<number>, chol: ArrayLike<number>): number {
  // tr Σ is the sum of squares of L and ln det Σ twice the logarithms of its diagonal: one axis each, and L₁₀.
  return klAxis(mu[0]!, chol[0]!) + klAxis(mu[1]!, chol[2]!) + 0.5 * chol[1]! * chol[1]!;
}

/** Derivatives of `klFullToPrior` by L₀₀, L₁₀, L₁₁, into `out`; by mu they are mu. */
export function klFullToPriorByChol<T extends { [index: number]: number }>(chol: ArrayLike<number>, out: T): T {
  out[0] = klAxisBySigma(chol[0]!);
  out[1] = chol[1]!;
  out[2] = klAxisBySigma(chol[2]!);
  return out;
}

/**
 * KL(N(muA, A Aᵀ) ‖ N(muB, B Bᵀ)) in two dimensions, factors as in `klFullToPrior`. KL does not change under an
 * invertible map of the plane, so this takes the one that makes the second Gaussian the prior: z ↦ B⁻¹(z − muB).
 */
export function klFull(
  muA: ArrayLike<number>,
  cholA: ArrayLike<number>,
  muB: ArrayLike<number>,
  cholB: ArrayLike<number>,
): number {
  const [b00, b10, b11] = [cholB[0]!, cholB[1]!, cholB[2]!];
  const mu0 = (muA[0]! - muB[0]!) / b00;
  const mu1 = (muA[1]! - muB[1]! - b10 * mu0) / b11;
  const l00 = cholA[0]! / b00;
  const l10 = (cholA[1]! - b10 * l00) / b11;
  return klFullToPrior([mu0, mu1], [l00, l10, cholA[2]! / b11]);
}
