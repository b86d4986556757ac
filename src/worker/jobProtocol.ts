/**
 * What the worker computes in slices between training steps: types only. A new kind has an entry in each of the two
 * interfaces and a generator in jobs/, which jobs/table.ts names.
 */
import type { PlaneAxes } from '../math/planar';

/** What a job of each kind is asked for. */
export interface JobRequests {
  /** The numbers of the code space. */
  measure: object;
}

/** What a job of each kind answers, of the moment when it was asked for. */
export interface JobAnswers {
  measure: Measures;
}

export type JobKind = keyof JobRequests;

export type JobRequest<K extends JobKind = JobKind> = { [T in K]: { readonly kind: T } & JobRequests[T] }[K];

/** The numbers of a code space for the present parameters, over all of the data. Losses in nats an image. */
export interface Measures {
  readonly step: number;
  readonly epoch: number;
  /** −ln p(x|z) with z = μ + s·σ⊙ε, one ε an image from a stream of its own. */
  readonly reconstruction: number;
  /** The regulariser K as it is trained. */
  readonly regulariser: number;
  /** Mean KL(q(z|x) ‖ p(z)) of the encoder's ellipses, in closed form. */
  readonly kl: number;
  /** −(reconstruction + kl): the ELBO, a lower bound of ln p(x), where s = 1; no bound elsewhere. */
  readonly elbo: number;
  /** KL to the prior on the two axes of the plane alone; `kl` itself where the code has no more than two. */
  readonly planeKl: number;
  /** KL surgery, planeKl = mutualInformation + aggregateKl, on the two axes of the plane. */
  readonly mutualInformation: number;
  readonly aggregateKl: number;
  /** Mass of the aggregated posterior that the quadrature grid caught: 1 when nothing was missed. */
  readonly gridMass: number;
  /** Prior mass inside the union of the 1σ and 2σ ellipses. */
  readonly coverage1: number;
  readonly coverage2: number;
  readonly circleCoverage: number;
  readonly activeAxes: number;
  /** The axes that mutual information, KL(q̄‖p) and coverage are taken on. */
  readonly axes: PlaneAxes;
  /** Mean of σ over all codes and axes. */
  readonly meanSigma: number;
  /** Var_x(μᵢ) + mean σᵢ² of each axis: near 1 at the optimum where the axis is active. */
  readonly momentIdentity: readonly number[];
  /** Standard deviation of the codes over all axes, and the largest ‖μ‖. */
  readonly spread: number;
  readonly largestRadius: number;
}
