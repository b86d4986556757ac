/** What jobs answer, each of the moment when it was asked for: types only. */
import type { Continuity } from '../math/continuity';
import type { Density } from '../math/density';
import type { Evidence, ImageEvidence } from '../math/evidence';
import type { Geodesic } from '../math/geodesic';
import type { Indicatrices } from '../math/indicatrices';
import type { Level } from '../math/levels';
import type { FactorInformation } from '../math/mutualInformation';
import type { Outliers } from '../math/outliers';
import type { PlaneAxes } from '../math/planar';
import type { Plausibility } from '../math/plausible';
import type { PlanarPosteriors, Posteriors } from '../math/posterior';
import type { ShapeVerdict } from '../math/shape';
import type { PlaneWindow } from '../math/window';
import type { Hyper, LossTerms } from '../model/engine';
import type { ImageStep } from '../model/exact/imageStep';

/** The moment of an answer. */
export interface Stamp {
  /** Adam steps taken. */
  readonly step: number;
  /** Axes of the plane that it is about. */
  readonly axes: PlaneAxes;
}

/** Cells of a window, `size` a side. Answers have them row by row from the top left. */
export interface CellRequest {
  readonly window: PlaneWindow;
  readonly size: number;
}

/**
 * The losses of some images for the present parameters, means over them: in nats, but R of the squared error and K of
 * the simple regulariser and of points.
 */
export interface MeasuredLosses {
  /** −ln p(x|z) with z = μ + s·σ⊙ε, one ε an image from a stream of its own. */
  readonly reconstruction: number;
  /** The regulariser K as it is trained. */
  readonly regulariser: number;
  /** Mean KL(q(z|x) ‖ p(z)) of the encoder's ellipses, in closed form. */
  readonly kl: number;
  /**
   * −(reconstruction + kl): the ELBO, a lower bound of ln p(x), where s = 1, posteriors have a width and the likelihood is
   * a density; no bound elsewhere, and −∞ of points.
   */
  readonly elbo: number;
}

/** Two terms of the loss over a share of the data. */
export type ShareTerms = Pick<MeasuredLosses, 'reconstruction' | 'regulariser'>;

export interface BothLosses {
  readonly training: ShareTerms;
  /** null where no images are held out. */
  readonly heldOut: ShareTerms | null;
}

/** The losses of a share of the data. */
export interface ShareLosses extends MeasuredLosses {
  /** Images of the share. */
  readonly n: number;
}

/** The numbers of a code space for the present parameters, over all of the data: what is trained on, and what is held out. */
export interface Measures extends MeasuredLosses {
  readonly step: number;
  readonly epoch: number;
  /** s of this moment: coverage is that of outlines at k·s·σ. */
  readonly noiseScale: number;
  /** Whether the `elbo` of this moment is one. */
  readonly isBound: boolean;
  /** The losses of the images that are trained on, and of those that are held out; null where none are. */
  readonly training: ShareLosses;
  readonly heldOut: ShareLosses | null;
  /** ln p(x) of both shares; null where it was not asked for, and where there is none or it cannot be found. */
  readonly evidence: Evidence | null;
  /** KL to the prior on the two axes of the plane alone; `kl` itself where the code has no more than two. */
  readonly planeKl: number;
  /** KL surgery, planeKl = mutualInformation + aggregateKl, on the two axes of the plane. */
  readonly mutualInformation: number;
  readonly aggregateKl: number;
  /** Mass of the aggregated posterior that the quadrature grid caught: 1 when nothing was missed. */
  readonly gridMass: number;
  /** Prior mass inside the union of the 1σ and 2σ outlines on the plane; of codes of one axis, on that axis. */
  readonly coverage1: number;
  readonly coverage2: number;
  /** As frames have it. */
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

/** The loss over the images that are held out, with the β of its moment. */
export interface HeldOutLoss extends Stamp, LossTerms {}

/** q̄ of a window, and the densities above which it has as much as the prior has within 1σ, 2σ and 3σ. */
export interface DensityField extends Stamp, Density {
  readonly levels: readonly Level[];
}

/** What of the unit circle lies outside of every 1σ outline. */
export interface UncoveredCells extends Stamp, CellRequest {
  /** 1 where it does, size × size. */
  readonly cells: Uint8Array;
}

/** √det G of the decoder's means: the area of images that a unit of the plane's area makes. */
export interface Stretch extends Stamp, CellRequest {
  /** size × size. */
  readonly values: Float32Array;
}

/** Tissot's indicatrices of the decoder. */
export interface IndicatrixField extends Stamp, Indicatrices {
  /** Where they are, n × 2. */
  readonly points: Float32Array;
}

/** A geodesic beside the straight line of the same ends. */
export interface GeodesicPair extends Stamp, Geodesic {
  /** Means in [0, 1] along both, the ends first and last, one image a row. */
  readonly strip: Float32Array;
  readonly straightStrip: Float32Array;
}

/** Mean squared errors of images that are rebuilt. */
interface LinearErrors {
  /** From principal components; of the images that those are of, the least of any linear model. */
  readonly pcaError: number;
  /** By the model, from μ. */
  readonly modelError: number;
}

/** A linear model beside PCA of the images that it is trained on, with as many components as its codes have axes. */
export interface LinearComparison extends Stamp, LinearErrors {
  /** The errors of the images that neither has seen; null where none are held out. */
  readonly heldOut: LinearErrors | null;
  /** The largest principal angle between the decoder's plane and that of the components, in radians. */
  readonly angle: number;
  /** Whether the components have settled; else their error is above the least. */
  readonly converged: boolean;
}

/** The surface that a decoder makes of the plane of codes, and the images, along their first three principal components. */
export interface Sheet extends Stamp {
  /** Standard deviations of the images that are trained on along these. */
  readonly deviations: readonly number[];
  /** All images, n × 3, from the mean of those that are trained on. */
  readonly images: Float32Array;
  /** Lines of the mesh, half of them along the first axis of a code, the others along the second. */
  readonly lines: number;
  /** Where they lie, line by line, points × 3. */
  readonly mesh: Float32Array;
  /** Mean squared errors of the images that are trained on: of two principal components, and of the model, from μ. */
  readonly pcaError: number;
  readonly modelError: number;
  /** The largest principal angle between the surface and the plane of the first two components, in radians; null where it is bent. */
  readonly angle: number | null;
}

/** What a model says of one image. */
export interface ImagePosterior extends Stamp {
  readonly index: number;
  /** q(z|x) of this one image, on all axes. */
  readonly posteriors: Posteriors;
  /** R, the expectation of the reconstruction loss under the share s of q(z|x) that samples use; nats. */
  readonly reconstruction: number;
  /** KL(q(z|x) ‖ p(z)) over all axes, nats. */
  readonly kl: number;
  /** (I + F)⁻¹ around μ, what the decoder's curvature there predicts of p(z|x), as one posterior. */
  readonly predicted: PlanarPosteriors;
  /** p(z|x) itself; null where the model has none, or its codes have too many axes to find it. */
  readonly truth: TrueDensity | null;
  /** Why there is none, in words for scripts; null where there is one. */
  readonly lacking: string | null;
}

/** p(z|x) of one image, with ln p(x), the ELBO and their gap. */
export interface TrueDensity extends Omit<ImageEvidence, 'index' | 'centre'> {
  /** Over a window that holds it; its levels are the densities above which it has what the prior has within 1σ and 2σ. */
  readonly density: Pick<DensityField, 'window' | 'size' | 'values' | 'levels'>;
}

/** What the axes of a code, as the decoder is given it, say of the factors of the images, held out or not. */
export interface FactorNumbers extends Stamp, FactorInformation {
  /** Images that were looked at: all, or 8,192 of them. */
  readonly count: number;
  /** Of the factors, in their order; `class` is the class where none of them is the same. */
  readonly names: readonly string[];
  /** Whether codes are points, whose places are brought to 20 levels; else p(z|v) is the mixture of the posteriors. */
  readonly arePoints: boolean;
}

/** What the four questions are answered from. */
export interface QuestionNumbers extends Stamp {
  /** d, axes of a code. */
  readonly latent: number;
  /** β and s of this moment. */
  readonly beta: number;
  readonly noiseScale: number;
  /** What the cloud of centres looks like, with the evidence. */
  readonly shape: ShapeVerdict;
  /**
   * Whose variance `shape.explained` is a share of: of the images that are held out, about the mean of those that are
   * trained on, or of all where none are held out.
   */
  readonly explainedOf: 'heldOut' | 'all';
  /** KL(q̄‖p) in nats; +∞ for points, whose shape is judged by their centres alone. */
  readonly aggregateKl: number;
  /** Prior mass inside the union of the 1σ and 2σ outlines on the plane; of codes of one axis, on that axis. */
  readonly coverage1: number;
  readonly coverage2: number;
  /** As frames have it. */
  readonly circleCoverage: number;
  /** Area of the union of the 1σ outlines on the plane, where the unit circle has π; its length of codes of one axis. */
  readonly area: number;
  /** Of decodes drawn from the prior in d dimensions, on the plane inside of the outlines or in the gaps between them. */
  readonly plausibility: Plausibility;
  readonly continuity: Continuity;
  /** Standard deviation of the codes over all axes: how far a unit is for this model. */
  readonly spread: number;
  readonly outliers: Outliers;
  /** Centres of those that are listed, on the plane, one row of two each. */
  readonly outlierCodes: Float32Array;
}

/** A step that is yet to be taken: it is, exactly so, if nothing is set or loaded before. `step` is how many came before. */
export interface NextStep extends Stamp {
  /** What it is taken with. */
  readonly hyper: Hyper;
  /** Indices of its B images. */
  readonly batch: Uint32Array;
  /** ε of all images for the first sample, then for the next: samples × B × d. */
  readonly noise: Float32Array;
  /** Of the batch, in its order. */
  readonly posteriors: Posteriors;
  /** Means over the batch, in nats: the loss that this step goes down. */
  readonly losses: LossTerms;
  readonly images: readonly StepImage[];
}

/** One of its images. */
export interface StepImage extends ImageStep {
  /** In the data set, and in the batch. */
  readonly index: number;
  readonly place: number;
  /** D, as the step takes it: drawn of its intensities where the run does so. */
  readonly pixels: Float32Array;
}
