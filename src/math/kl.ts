/**
 * KL(N(mu, sigma²) ‖ N(0, 1)) = ½(μ² + σ² − 1) − ln σ in nats, one latent axis (Kingma & Welling 2013, appendix B): a
 * code's value is the sum over its axes. Never negative; +∞ at σ = 0.
 */
export function klAxis(mu: number, sigma: number): number {
  // ½(σ² − 1) by way of σ − 1, which is exact around 1: next to the prior, where the terms cancel to (σ − 1)², the
  // rounding that is left is that of σ − 1 and not that of 1.
  const d = sigma - 1;
  return 0.5 * mu * mu + (d + 0.5 * d * d - Math.log(sigma));
}
