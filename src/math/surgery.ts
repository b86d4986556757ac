import { allFinite } from './allFinite';
import { boxQuadrature } from './boxes';
import type { Sliced } from './decoding';
import { klAxis } from './kl';
import { Mixture } from './mixture';
import type { PlaneAxes } from './planar';
import { BOX_EXCESS, meanKl, onPlane, type PlanarPosteriors, type Posteriors } from './posterior';
import { gaussianQuadrature, type MixtureQuadrature } from './quadrature';

/** Axes whose KL is taken between two rests: about a millisecond. */
const SLICE = 16_384;

/** The two parts of the mean KL term on the plane, in nats: klMean = mutualInformation + aggregateKl. */
export interface Surgery {
  /** (1/N) Σ KL(q(z|xᵢ) ‖ p), closed form. */
  readonly klMean: number;
  /** I(x; z), what each posterior keeps to itself; between 0 and ln N. */
  readonly mutualInformation: number;
  /** KL(q̄ ‖ p), how far all posteriors together are from the prior. */
  readonly aggregateKl: number;
  /** ∫ q̄ as the quadrature sees it: the square that it looks at is made to hold all of it, so only its error is missing. */
  readonly gridMass: number;
}

/**
 * KL surgery (Hoffman & Johnson, ELBO surgery, 2016): splits the mean KL term of N ≥ 1 posteriors, seen on two axes, into
 * I(x; z) and KL(q̄ ‖ p). I is found by quadrature, KL(q̄ ‖ p) is the rest of the closed form: as a difference of
 * entropies I does not know the prior, whose logarithm would weigh the far tails most.
 *
 * The square of the quadrature grows to hold every posterior to 5.5σ, however far the codes have strayed.
 *
 * Points: I is the entropy of the distinct codes, at most ln N; klMean and aggregateKl are +∞. Where a code is not
 * finite, all but klMean are NaN.
 */
export function* surgery(posteriors: Posteriors, axes: PlaneAxes): Generator<void, Surgery> {
  const plane = onPlane(posteriors, axes);
  yield;
  // A code of one axis has no KL on the axis that it lacks, of whatever family.
  const klMean = yield* posteriors.latent > 2 ? planarKl(plane) : meanKl(posteriors);
  yield;
  const { mutualInformation: found, mass } = yield* quadrature(plane);
  // The bounds are exact, the quadrature is not.
  const mutualInformation = Math.min(Math.max(found, 0), Math.log(plane.mu.length / 2));
  return { klMean, mutualInformation, aggregateKl: klMean - mutualInformation, gridMass: mass };
}

function* quadrature({ family, mu, sigma, correlation }: PlanarPosteriors): Generator<void, MixtureQuadrature> {
  if (!allFinite(mu) || !allFinite(sigma) || (correlation !== null && !allFinite(correlation))) {
    return { mutualInformation: Number.NaN, mass: Number.NaN };
  }
  if (family === 'box') return yield* boxQuadrature(mu, sigma);
  return yield* gaussianQuadrature(yield* Mixture.of(mu, sigma, correlation));
}

/** Mean KL of the marginals on two axes of N posteriors. */
function* planarKl({ family, mu, sigma, correlation }: PlanarPosteriors): Sliced<number> {
  const n = mu.length / 2;
  let sum = 0;
  for (let i = 0; i < mu.length; i++) {
    if (i % SLICE === SLICE - 1) yield undefined;
    sum += klAxis(mu[i]!, sigma[i]!);
  }
  // ½ ln det Σ = Σ ln σ + ½ ln(1 − ρ²).
  for (const rho of correlation ?? []) sum -= 0.5 * Math.log1p(-rho * rho);
  return sum / n + (family === 'box' ? 2 * BOX_EXCESS : 0);
}
