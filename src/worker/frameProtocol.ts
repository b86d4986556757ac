/**
 * What the worker computes of a moment of the run and sends to the page: types only. The page sends a view, which says what
 * is to be computed; the worker answers with a frame, the posteriors and losses of one moment with the pictures of the view.
 */
import type { PlaneAxes } from '../math/planar';
import type { PlanarPosteriors, Posteriors } from '../math/posterior';
import type { Likelihood, LossTerms, Regulariser } from '../model/engine';

/** Pictures that a panel wants to see in every frame. */
export type PictureRequest =
  /** Points of the plane to decode, rows of two. */
  | { readonly kind: 'decode'; readonly points: Float32Array }
  /** Codes of all axes to decode, rows of `latent`; of a model whose codes have others it decodes none. */
  | { readonly kind: 'codes'; readonly latent: number; readonly codes: Float32Array }
  /** Indices of images to rebuild as decode(μ(x)). */
  | { readonly kind: 'rebuild'; readonly indices: Uint32Array }
  | GivenRequest
  | SampleRequest;

/**
 * Images of the asker's own, m × (height·width) intensities, to encode and rebuild: `given` has what the model says of
 * them. Of another size than the model's, or of a decoder alone, it answers none.
 */
export interface GivenRequest {
  readonly kind: 'images';
  readonly images: Float32Array;
}

/** The code z = μ + s·L·ε of one image, decoded, all of the frame's own moment. */
export interface SampleRequest {
  readonly kind: 'sample';
  /** Of the image. */
  readonly index: number;
  /** ε on the two axes of the plane; it is 0 on the others. */
  readonly noise: readonly [number, number];
  /** In the view of a frame: the posterior that the code is from. Absent where there is no such image, nor a picture then. */
  readonly posteriors?: Posteriors;
}

/** What the page wants to see in a frame. */
export interface View {
  /** The axes of the plane, or null for the two on which the centres vary most. */
  readonly axes: PlaneAxes | null;
  /** Posteriors in a frame of a run that trains, at most; where it is left out, as many as frames have. */
  readonly most?: number | undefined;
  /** By a key of the asking panel's choice; the frame answers under the same key. */
  readonly requests: Readonly<Record<string, PictureRequest>>;
}

/** Pictures for every request of a view: mean intensities in [0, 1], one image a row. */
export type Pictures = Readonly<Record<string, Float32Array>>;

/** What a model says of m images that it was given. */
export interface GivenImages {
  readonly posteriors: Posteriors;
  /** R of each, the expectation of the reconstruction loss under the share s of its posterior that samples use; nats. */
  readonly reconstruction: Float64Array;
}

/** By the keys of requests for `images`; null where the script that finds it did not come. */
export type Given = Readonly<Record<string, GivenImages | null>>;

/**
 * One moment of the training, with its posteriors. Its arrays are handed over, not shared: a frame that is kept stays
 * as it was.
 */
export interface Frame extends Posteriors {
  /** Adam steps taken. */
  readonly step: number;
  readonly epoch: number;
  readonly stepsPerSecond: number;
  /** Whether steps were being taken when this was observed; the frame that a run comes to rest at says false. */
  readonly training: boolean;
  /** Means over the steps since the previous frame; null if there were none. */
  readonly losses: LossTerms | null;
  /**
   * At rest, the loss of this very moment over all that is trained on: the numbers of `measure`, with the β of this frame.
   * null while training or waiting for its turn, and where it would take long; then the losses of the last steps stand
   * for it.
   */
  readonly restLosses: LossTerms | null;
  /** The posteriors belong to every `stride`-th image from the first on: 1 is all of them. */
  readonly stride: number;
  /** The same on the axes that are shown, n × 2. */
  readonly plane: PlanarPosteriors & { readonly axes: PlaneAxes };
  /** s at this moment: ellipses are drawn with axes s·σ. */
  readonly noiseScale: number;
  readonly beta: number;
  readonly likelihood: Likelihood;
  readonly regulariser: Regulariser;
  /** σ̃ of a pixel at this moment, given or learned; null where the likelihood is not Gaussian. */
  readonly sigmaX: number | null;
  /**
   * Share of the unit disc's area inside the union of the 1σ ellipses (axes s·σ); of codes of one axis, share of the
   * interval from −1 to 1.
   */
  readonly circleCoverage: number;
  /** What this frame answers; images that the data set does not have are left out of it. */
  readonly view: View;
  readonly pictures: Pictures;
  readonly given: Given;
}
