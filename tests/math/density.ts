/** Density at x of N(mu, sigma²), sigma > 0. */
export function gaussianDensity(x: number, mu: number, sigma: number): number {
  const t = (x - mu) / sigma;
  return Math.exp(-0.5 * t * t) / (sigma * Math.sqrt(2 * Math.PI));
}
