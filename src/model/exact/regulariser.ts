import type { Family } from '../../math/family';
import { headParts, klConstant, lowerCount } from '../../math/posterior';
import type { Regulariser } from '../engine';

/** One posterior: z = μ + s·L·ε. */
export interface ExactPosterior {
  /** μ, d. */
  readonly mu: Float64Array;
  /** L, d × d, row-major; zeros above its diagonal, and zeros alone of a point. */
  readonly triangle: Float64Array;
}

/**
 * Derivatives by μ, d, and by each entry of L, d × d. Where all axes have one σ, each entry of the diagonal holds the
 * derivative by it; entries that are no parameters of the family are 0.
 */
export interface Slopes {
  readonly mu: Float64Array;
  readonly triangle: Float64Array;
}

/** A row of the encoder's head as a posterior (math/posterior.ts says what it holds). */
export function posteriorOf(family: Family, latent: number, head: Float64Array): ExactPosterior {
  const triangle = new Float64Array(latent * latent);
  const [diagonal, below] = headParts(family, latent);
  for (let i = 0; i < latent; i++) {
    if (diagonal > 0) triangle[i * latent + i] = Math.exp(0.5 * head[latent + Math.min(i, diagonal - 1)]!);
    if (below > 0) {
      const from = latent + diagonal + lowerCount(i);
      triangle.set(head.subarray(from, from + i), i * latent);
    }
  }
  return { mu: head.slice(0, latent), triangle };
}

/**
 * Slopes of a function of the entries of L as those of what the family has for them.
 * @param byEntry ∂f/∂L_ik, d × d
 */
export function slopesOf(family: Family, mu: Float64Array, byEntry: Float64Array): Slopes {
  const latent = mu.length;
  const [diagonal, below] = headParts(family, latent);
  const triangle = new Float64Array(latent * latent);
  let trace = 0;
  for (let i = 0; i < latent; i++) trace += byEntry[i * latent + i]!;
  for (let i = 0; i < latent; i++) {
    if (diagonal > 0) triangle[i * latent + i] = diagonal === latent ? byEntry[i * latent + i]! : trace;
    if (below > 0) triangle.set(byEntry.subarray(i * latent, i * latent + i), i * latent);
  }
  return { mu, triangle };
}

/**
 * K of one posterior in nats, before β, and its slopes. A point has the terms of μ alone.
 *
 *     KL:      ½(μᵀμ + ‖L‖² − d − Σ ln L_ii²)     by L_ii: L_ii − 1/L_ii
 *     simple:  μᵀμ + ‖L − I‖²                      by L_ii: 2(L_ii − 1)
 */
export function regularisation(
  family: Family,
  regulariser: Regulariser,
  { mu, triangle }: ExactPosterior,
): { readonly loss: number; readonly slopes: Slopes } {
  const latent = mu.length;
  const simple = regulariser === 'simple';
  const byEntry = new Float64Array(latent * latent);
  let loss = simple ? 0 : klConstant(family, latent);
  for (let i = 0; i < latent; i++) {
    loss += (simple ? 1 : 0.5) * mu[i]! ** 2;
    if (family === 'point') continue;
    for (let k = 0; k <= i; k++) {
      const entry = triangle[i * latent + k]!;
      const unit = i === k ? 1 : 0;
      if (simple) {
        loss += (entry - unit) ** 2;
        byEntry[i * latent + k] = 2 * (entry - unit);
      } else {
        loss += 0.5 * (entry ** 2 - unit) - (i === k ? Math.log(entry) : 0);
        // Off the diagonal there is no logarithm, and an entry may be 0.
        byEntry[i * latent + k] = i === k ? entry - 1 / entry : entry;
      }
    }
  }
  const byMu = mu.map((m) => (simple ? 2 * m : m));
  return { loss, slopes: slopesOf(family, byMu, byEntry) };
}
