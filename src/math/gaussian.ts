/** Densities, likelihoods and overlaps of Gaussians; the Bernoulli likelihood beside them. Nats, one axis or pixel. */

const LOG_2PI = Math.log(2 * Math.PI);

/** Density at x of N(mu, sigma²), sigma > 0. */
export function gaussianDensity(x: number, mu: number, sigma: number): number {
  const t = (x - mu) / sigma;
  return Math.exp(-0.5 * t * t) / (sigma * Math.sqrt(2 * Math.PI));
}

/** Its logarithm, finite where the density underflows. */
export function gaussianLogDensity(x: number, mu: number, sigma: number): number {
  const t = (x - mu) / sigma;
  return -0.5 * (t * t + LOG_2PI) - Math.log(sigma);
}

/**
 * −ln N(x; mean, e^logVar) = ½[(x − m)² e^{−l} + l + ln 2π]: the reconstruction R of one pixel under the Gaussian
 * model with ln σ̃² = logVar. Negative where the density is above 1.
 */
export function gaussianNll(x: number, mean: number, logVar: number): number {
  const d = x - mean;
  return 0.5 * (d * d * Math.exp(-logVar) + logVar + LOG_2PI);
}

export function gaussianNllByMean(x: number, mean: number, logVar: number): number {
  return (mean - x) * Math.exp(-logVar);
}

export function gaussianNllByLogVar(x: number, mean: number, logVar: number): number {
  const d = x - mean;
  return 0.5 * (1 - d * d * Math.exp(-logVar));
}

/**
 * R of one pixel under the Bernoulli model, max(a, 0) − a·x + ln(1 + e^{−|a|}): finite for every finite logit.
 * @param x target in [0, 1]; strictly between the ends it is a soft target (cross-entropy), not a likelihood
 * @param logit a
 */
export function bernoulliNll(x: number, logit: number): number {
  return Math.max(logit, 0) - logit * x + Math.log1p(Math.exp(-Math.abs(logit)));
}

/** sigmoid(a) − x, accurate also where the sigmoid is within rounding of 1. */
export function bernoulliNllByLogit(x: number, logit: number): number {
  const e = Math.exp(-Math.abs(logit));
  const minority = e / (1 + e);
  return logit > 0 ? 1 - x - minority : minority - x;
}

/**
 * Bhattacharyya distance −ln ∫√(pq) of N(mu1, sigma1²) and N(mu2, sigma2²): ¼(μ₁−μ₂)²/(σ₁²+σ₂²) +
 * ½ ln[(σ₁²+σ₂²)/(2σ₁σ₂)]. Both parts are ≥ 0; e^{−distance} is the overlap. For σ > 0.
 */
export function bhattacharyya(mu1: number, sigma1: number, mu2: number, sigma2: number): number {
  const d = mu1 - mu2;
  const s = sigma1 - sigma2;
  // σ₁²+σ₂² = 2σ₁σ₂ + (σ₁−σ₂)²: nothing cancels for axes that are nearly equal.
  return (0.25 * d * d) / (sigma1 * sigma1 + sigma2 * sigma2) + 0.5 * Math.log1p((s * s) / (2 * sigma1 * sigma2));
}

/** Bhattacharyya distance of two diagonal Gaussians: the sum over their axes. All arguments have length d. */
export function bhattacharyyaDiagonal(
  mu1: ArrayLike<number>,
  sigma1: ArrayLike<number>,
  mu2: ArrayLike<number>,
  sigma2: ArrayLike<number>,
): number {
  let distance = 0;
  for (let i = 0; i < mu1.length; i++) distance += bhattacharyya(mu1[i]!, sigma1[i]!, mu2[i]!, sigma2[i]!);
  return distance;
}

/**
 * Bhattacharyya distance of N(mu1, AAᵀ) and N(mu2, BBᵀ) in two dimensions:
 * ⅛ dᵀS⁻¹d + ½ ln(det S/√(det AAᵀ det BBᵀ)), S = ½(AAᵀ + BBᵀ).
 * @param chol1 lower triangle of A by rows: A₀₀, A₁₀, A₁₁, diagonal > 0
 * @param chol2 the same of B
 */
export function bhattacharyyaFull(
  mu1: ArrayLike<number>,
  chol1: ArrayLike<number>,
  mu2: ArrayLike<number>,
  chol2: ArrayLike<number>,
): number {
  const [a, b, c] = [chol1[0]!, chol1[1]!, chol1[2]!];
  const [e, f, g] = [chol2[0]!, chol2[1]!, chol2[2]!];
  // AAᵀ + BBᵀ = MMᵀ with M = [A B], so by Cauchy–Binet its determinant is the sum of the squared 2×2 minors of M,
  // here split into 4·|A||B| and squares: no difference of products, however thin the ellipses.
  const scale = 4 * a * c * e * g;
  const excess = ((a * c - e * g) ** 2 + (a * g - c * e) ** 2 + (a * f - b * e) ** 2) / scale;
  const dx = mu1[0]! - mu2[0]!;
  const dy = mu1[1]! - mu2[1]!;
  const adjugate = (b * dx - a * dy) ** 2 + (c * dx) ** 2 + (f * dx - e * dy) ** 2 + (g * dx) ** 2;
  return (0.25 * adjugate) / (scale * (1 + excess)) + 0.5 * Math.log1p(excess);
}
