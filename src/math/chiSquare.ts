import { normalCdf } from './normal';

/**
 * P(X > x) for X of χ² with d degrees of freedom, d ≥ 1 an integer, x ≥ 0: the recurrence
 * Q(x; d + 2) = Q(x; d) + (x/2)^{d/2} e^{−x/2} / Γ(d/2 + 1) from Q(x; 1) = 2(1 − Φ(√x)) or Q(x; 2) = e^{−x/2}
 * (Abramowitz & Stegun 26.4.8).
 */
export function chiSquareTail(x: number, d: number): number {
  const half = x / 2;
  const odd = d % 2 === 1;
  let tail = odd ? 2 * normalCdf(-Math.sqrt(x)) : Math.exp(-half);
  // (x/2)^{k/2} e^{−x/2} / Γ(k/2 + 1) at k = 1 or 2, where Γ(3/2) = ½√π.
  let term = odd ? (Math.sqrt(half) * Math.exp(-half) * 2) / Math.sqrt(Math.PI) : half * Math.exp(-half);
  for (let k = odd ? 1 : 2; k < d; k += 2) {
    tail += term;
    term *= half / (k / 2 + 1);
  }
  return tail;
}
