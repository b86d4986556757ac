import type { Codes } from '../math/posterior';
import type { Architecture } from './layout';

/** Everything that may change between two training steps without touching the parameters. */
export interface Hyper {
  /** β ≥ 0, weight of the regulariser. */
  readonly beta: number;
  /** s ≥ 0, how much of its ellipse a sample uses: z = μ + s·σ⊙ε. */
  readonly noiseScale: number;
  readonly likelihood: Likelihood;
  /** σ̃ > 0, standard deviation of the Gaussian observation model; used by `gaussian` only. */
  readonly sigmaX: number;
  /** Draws of noise an image and step, 1 to 16: R is their mean. */
  readonly samples: number;
  readonly regulariser: Regulariser;
  readonly learningRate: number;
}

/** What one step is taken with. */
export interface StepHyper extends Hyper {
  /**
   * Where it is given, a batch is of draws of its images' intensities with this key (math/binarise.ts): every pixel is 1
   * with its intensity as the probability, else 0. 32 bits with a sign.
   */
  readonly draw?: number;
}

/** `gaussian-learned`: its σ̃ is a parameter of the model (`Layout.observation`). */
export type Likelihood = 'bernoulli' | 'gaussian' | 'gaussian-learned' | 'squared';
export type Regulariser = 'kl' | 'simple';

/** One set of parameters and its optimiser state, all in the order of `Layout` (see layout.ts). */
export interface Parameters {
  readonly architecture: Architecture;
  readonly values: Float32Array;
  /** Adam's first moments. */
  readonly first: Float32Array;
  /** Adam's second moments. */
  readonly second: Float32Array;
  /** Adam steps taken so far. */
  readonly step: number;
}

/** Nats per image, means over the images they were taken of. */
export interface LossTerms {
  /** R = −ln p(x|z). */
  readonly reconstruction: number;
  /** K, before β. */
  readonly regulariser: number;
  /** R + β·K, with the β of each step. */
  readonly total: number;
}

/** What one frame of the page shows. */
export interface ObservationRequest {
  /** Every how many of the resident images are encoded, from the first on: 1 encodes all. */
  readonly stride: number;
  /** Codes to decode, M × d. */
  readonly points: Float32Array;
  /** Indices of resident images to rebuild. */
  readonly probes: Uint32Array;
  readonly likelihood: Likelihood;
}

/** The answer to an `ObservationRequest`. */
export interface Observation {
  readonly codes: Codes;
  /** Means in [0, 1] of the decoded `points`, one image a row. */
  readonly decoded: Float32Array;
  /** Means in [0, 1] of decode(μ(x)) for each of `probes`, one image a row. */
  readonly reconstructed: Float32Array;
  /** As `losses()` would have given them: means over all steps since the last call of either. */
  readonly losses: LossTerms | null;
  /** The σ̃ that the model has learned, where `likelihood` learns it; else null. */
  readonly sigmaX: number | null;
}

/** What the parameters of one moment compute. None of it changes them. */
export interface Inference {
  /** The loss of a batch, without a step. */
  evaluate(batch: Uint32Array, noise: Float32Array, hyper: StepHyper): Promise<LossTerms>;
  /** Encodes M × D images, or all of the resident ones. */
  encode(images: Float32Array | 'data'): Promise<Codes>;
  /** Decodes M × d codes to means in [0, 1], M × D. */
  decode(z: Float32Array, likelihood: Likelihood): Promise<Float32Array>;
  /** Decodes M × d codes to what ln p(x|z) is taken of, M × D: logits if Bernoulli, else means that may leave [0, 1]. */
  outputs(z: Float32Array, likelihood: Likelihood): Promise<Float32Array>;
}

/** The parameters of one moment, which stay as they are whatever is trained meanwhile. Calls end with the engine. */
export interface Still extends Inference {
  /** The σ̃ that `gaussian-learned` has by then; null of an engine that learns none. */
  sigmaX(): Promise<number | null>;
  dispose(): void;
}

/** One model and its optimiser, or a model that is only looked at. */
export interface ServingEngine extends Inference {
  readonly name: ServingName;
  readonly arithmetic: Arithmetic;
  /** Whether the hardware still has steps to do, and further ones would only wait; absent where none ever waits. */
  readonly busy?: boolean;
  /**
   * Makes N × D images resident; batches are indices into them.
   * @param intensities N × D, of which steps with a draw take theirs; the images themselves where they are left out
   */
  setData(images: Float32Array, n: number, intensities?: Float32Array): void;
  /** Takes over parameters and optimiser state. They must fit the engine's architecture. */
  load(parameters: Parameters): void;
  save(): Promise<Parameters>;
  /**
   * One Adam step on the mean loss of a batch; asynchronous where the hardware allows.
   * @param batch indices of B images
   * @param noise ε of all images for the first sample, then for the next: samples × B × d, row-major
   */
  train(batch: Uint32Array, noise: Float32Array, hyper: StepHyper): void;
  /** Means over all steps since the last call, each taken before its step; null if there were none. */
  losses(): Promise<LossTerms | null>;
  /** The present parameters, kept. The caller disposes of it before the engine. */
  still(): Still;
  /** Encodes, decodes and rebuilds what a frame shows, in one readback where there is one to save. */
  observe(request: ObservationRequest): Promise<Observation>;
  dispose(): void;
}

/** One model and its optimiser on one kind of hardware. */
export interface Engine extends ServingEngine {
  readonly name: EngineName;
}

/** What trains. */
export type EngineName = 'webgl' | 'simd';

/** What serves: `layers` is a model of tfjs-layers that the reader has brought, which is looked at and not trained. */
export type ServingName = EngineName | 'layers';

/**
 * How a kernel multiplies and adds: `fused` rounds once (relaxed SIMD on a processor with FMA), `plain` twice. Found
 * out by asking the kernel. null for WebGL, where the driver decides.
 *
 * The same address gives the same run, number for number, on every machine whose simd kernel says the same here. Two
 * that differ follow the same trajectory, but drift apart by rounding. WebGL repeats itself on the same browser, driver
 * and graphics processor.
 */
export type Arithmetic = 'fused' | 'plain' | null;

/** Why an engine serves, for the reader. */
export interface EngineReason {
  /**
   * `asked`: the reader chose it. `gpu`: WebGL has a real GPU here. `faster`: both were timed on the model, and this
   * one won by far. `software`: WebGL would be computed on the CPU. `only`: the other engine cannot serve here, as
   * `other` says.
   */
  readonly code: 'asked' | 'gpu' | 'faster' | 'software' | 'only';
  /** The WebGL renderer's own name, where there is one. */
  readonly renderer: string | null;
  /** Why the other engine cannot serve, where that was found out. */
  readonly other: EngineFailure | null;
}

/** Why an engine cannot serve. */
export interface EngineFailure {
  readonly engine: EngineName;
  /**
   * `unsupported`: the browser lacks WebGL in workers, float render targets, or WebAssembly SIMD. `refused`: the
   * site's content security policy forbids WebAssembly. `missing`: its script or kernel could not be fetched.
   * `failed`: it broke for another reason, in `message`.
   */
  readonly cause: 'unsupported' | 'refused' | 'missing' | 'failed';
  readonly message: string;
}
