/** What crosses between the page and the worker: types only. Every request has an id, every answer repeats it. */
import type { Source } from '../data/sources';
import type { PlaneAxes } from '../math/planar';
import type { Codes, EngineName, EngineReason, Hyper, LossTerms, Parameters } from '../model/engine';
import type { Initialisation } from '../model/initial';
import type { Activation } from '../model/layout';

export type { Source } from '../data/sources';
export type { Likelihood, Regulariser } from '../model/engine';
export type { Activation, Codes, EngineName, EngineReason, Hyper, Initialisation, LossTerms, Parameters };

/** What fixes a run; a change of any of these begins a new one. */
export interface RunConfig {
  /** Absolute address of the site's root, ending in a slash: the shipped data sets are found below it. */
  readonly baseUrl: string;
  /** null keeps the data set that is loaded. */
  readonly data: Source | null;
  /** Pixels a side after resampling; 0 keeps the size of the source. */
  readonly size: number;
  readonly seed: number;
  readonly hidden: readonly number[];
  readonly activation: Activation;
  readonly latent: number;
  readonly init: Initialisation;
  readonly engine: EngineName | 'auto';
}

/** What may change while a run goes on. */
export interface LiveConfig {
  readonly hyper: Hyper;
  readonly batchSize: number;
  /** Steps a second at most; 0 is as fast as it goes. */
  readonly speed: number;
}

/** The data set as the page sees it. */
export interface DatasetSummary {
  readonly name: string;
  readonly n: number;
  readonly width: number;
  readonly height: number;
  readonly labels: Uint8Array | null;
  /** n × (height·width) intensities in [0, 1]. */
  readonly images: Float32Array;
}

/** Which engine trains, and why. */
export interface EngineSummary {
  readonly engine: EngineName;
  readonly engineReason: EngineReason;
}

/** What a run turned out to be. */
export interface RunSummary extends EngineSummary {
  /** null when the run goes on with the images of the one before. */
  readonly dataset: DatasetSummary | null;
  /** Trainable numbers of the model. */
  readonly parameterCount: number;
}

/** What the page wants to see in a frame. */
export interface View {
  /** The axes of the plane, or null for the two on which the centres vary most. */
  readonly axes: PlaneAxes | null;
  /** Points of the plane to decode, rows of two: the grid of the visible window, the pins, what is under the pointer. */
  readonly points: Readonly<Record<'grid' | 'pins' | 'lens', Float32Array>>;
  /** Indices of images to rebuild: those of the strip, and the one whose centre is under the pointer, if any. */
  readonly probes: Readonly<Record<'strip' | 'hover', Uint32Array>>;
}

/** Pictures for every part of a view: mean intensities in [0, 1], one image a row. */
export type Pictures = Readonly<Record<keyof View['points'] | keyof View['probes'], Float32Array>>;

/** One moment of the training. Its arrays are handed over, not shared: a frame that is kept stays as it was. */
export interface Frame {
  /** Adam steps taken. */
  readonly step: number;
  readonly epoch: number;
  readonly stepsPerSecond: number;
  /** Means over the steps since the previous frame; null if there were none. */
  readonly losses: LossTerms | null;
  /** Centres and axes of the posteriors, n × d. */
  readonly mu: Float32Array;
  readonly sigma: Float32Array;
  /** They belong to every `stride`-th image from the first on: 1 is all of them. */
  readonly stride: number;
  /** The same on the axes that are shown, n × 2. */
  readonly plane: { readonly axes: PlaneAxes; readonly mu: Float32Array; readonly sigma: Float32Array };
  /** s at this moment: ellipses are drawn with axes s·σ. */
  readonly noiseScale: number;
  readonly beta: number;
  /** Share of the unit disc's area inside the union of the 1σ ellipses (axes s·σ). */
  readonly circleCoverage: number;
  readonly view: View;
  readonly pictures: Pictures;
}

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
  /** −(reconstruction + kl): a lower bound of ln p(x) where s = 1. */
  readonly elbo: number;
  /** KL surgery, kl = mutualInformation + aggregateKl; of the plane of `axes` alone where the code has more than two. */
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

export type Request =
  | { readonly type: 'start'; readonly id: number; readonly run: RunConfig; readonly live: LiveConfig }
  | { readonly type: 'configure'; readonly id: number; readonly live: LiveConfig }
  | { readonly type: 'play'; readonly id: number; readonly playing: boolean }
  | { readonly type: 'step'; readonly id: number; readonly count: number; readonly view: View }
  | { readonly type: 'frame'; readonly id: number; readonly view: View }
  | { readonly type: 'engine'; readonly id: number; readonly engine: EngineName | 'auto' }
  | { readonly type: 'encode'; readonly id: number; readonly images: Float32Array }
  | { readonly type: 'decode'; readonly id: number; readonly z: Float32Array }
  | { readonly type: 'measure'; readonly id: number }
  | { readonly type: 'save'; readonly id: number }
  | { readonly type: 'load'; readonly id: number; readonly parameters: Parameters };

/** What each request is answered with. */
export interface Answers {
  start: RunSummary;
  configure: null;
  play: null;
  step: Frame;
  frame: Frame;
  engine: EngineSummary;
  encode: Codes;
  decode: Float32Array;
  measure: Measures;
  save: Parameters;
  load: null;
}

/** An error as it crosses: `name` tells the reader's mistakes (DataError, RangeError) from defects. */
export interface Failure {
  readonly name: string;
  readonly message: string;
  readonly stack: string | undefined;
}

/** What happens to a run without having been asked for. */
export type RunEvent =
  /** The loss was lost: training stopped, and the parameters of step `restored` are back. */
  | { readonly kind: 'diverged'; readonly step: number; readonly restored: number }
  /** The hardware took the engine away: training goes on from step `restored` on another. */
  | ({ readonly kind: 'engine-lost'; readonly restored: number } & EngineSummary);

export type Response =
  | { readonly type: 'answer'; readonly id: number; readonly value: Answers[keyof Answers] }
  | { readonly type: 'failure'; readonly id: number; readonly error: Failure }
  | { readonly type: 'event'; readonly event: RunEvent };
