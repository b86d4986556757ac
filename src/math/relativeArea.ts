import type { PlanarPosteriors } from './posterior';

/** Area of a posterior's outline on the plane, as far as it depends on which of its family it is: σ₁·σ₂·√(1 − ρ²). */
function areaOf({ sigma, correlation }: PlanarPosteriors, i: number): number {
  const rho = correlation === null ? 0 : correlation[i]!;
  return sigma[2 * i]! * sigma[2 * i + 1]! * Math.sqrt(1 - rho * rho);
}

/** How many times as large as the mean of others of its family a posterior is on the plane. NaN of points. */
export function relativeArea(one: PlanarPosteriors, i: number, others: PlanarPosteriors): number {
  const n = others.mu.length / 2;
  let sum = 0;
  for (let k = 0; k < n; k++) sum += areaOf(others, k);
  return areaOf(one, i) / (sum / n);
}
