/** What crosses between the page and the training worker: types only. Every request has an id, every answer repeats it. */
import type { Factor } from '../data/dataset';
import type { LayersPair } from '../formats/layersFiles';
import type { WeightsFault } from '../formats/weightsError';
import type { Family } from '../math/family';
import type { PlaneAxes } from '../math/planar';
import type { Codes } from '../math/posterior';
import type {
  Arithmetic,
  EngineFailure,
  EngineName,
  EngineReason,
  Hyper,
  Likelihood,
  Parameters,
  Regulariser,
  ServingName,
} from '../model/engine';
import type { Initialisation } from '../model/initial';
import type { LayersShape } from '../model/layers/engine';
import type { Activation } from '../model/layout';
import type { TrainerState } from '../model/trainer';
import type { Frame, View } from './frameProtocol';
import type { JobAnswers, JobKind, JobRequest } from './jobProtocol';
import type { Destination, KeptTimeline, TimelineSummary, TrainingSettings } from './timelineProtocol';
import type { WorkerFault } from './workerError';

export type {
  Activation,
  Codes,
  EngineFailure,
  EngineName,
  Initialisation,
  Likelihood,
  Parameters,
  Regulariser,
  WorkerFault,
};

/** The images that a run trains on. They are lent: the page has decoded them once, every worker gets a copy (`Lent`). */
export interface Images {
  readonly n: number;
  readonly width: number;
  readonly height: number;
  /** n × (height·width) intensities in [0, 1], row-major. */
  readonly images: Float32Array;
  /**
   * Where every training step draws its images anew: the intensities that it draws of, n × (height·width); `images` are
   * `drawOnce` of them (math/binarise.ts).
   */
  readonly intensities?: Float32Array;
  /** What is known of them, which only surveys ask for: n class numbers, and what varies beside them. */
  readonly labels?: Uint8Array | null;
  readonly factors?: readonly Factor[];
}

/** Images as they cross. */
export interface Lent extends Omit<Images, 'images' | 'intensities'> {
  /** Whether every training step draws its images anew: the numbers are the intensities then, else the images. */
  readonly resampled: boolean;
  /** How many numbers there are. */
  readonly total: number;
  /** The first of them. */
  readonly first: Float32Array;
  /** Answers each message with the next `Piece`; null where the first are all. */
  readonly rest: MessagePort | null;
}

/** The numbers that follow; or, in words, why they cannot be copied. */
export type Piece = Float32Array | string;

/** What fixes a run; a change of any of these begins a new one. */
export interface RunConfig {
  /** null keeps the images that are loaded. */
  readonly images: Images | null;
  /** Share of the images that is kept from training, 0 … 1. */
  readonly holdout: number;
  readonly seed: number;
  readonly hidden: readonly number[];
  readonly activation: Activation;
  readonly latent: number;
  readonly posterior: Family;
  readonly init: Initialisation;
  readonly engine: EngineName | 'auto';
  /** Bytes that may be kept of its past; left out, or too few for one moment: nothing is. */
  readonly timeline?: number;
  /** A model that the reader has brought, in the place of one that is trained; then holdout to init mean nothing. */
  readonly pair?: LayersPair | null;
}

/** What may change while a run goes on. */
export interface LiveConfig {
  readonly hyper: Hyper;
  readonly batchSize: number;
  /** Steps a second at most; 0 is as fast as it goes. */
  readonly speed: number;
}

/** Which engine trains, and why. */
export interface EngineSummary {
  readonly engine: ServingName;
  readonly engineReason: EngineReason;
  /** How the simd kernel multiplies and adds: runs agree number for number only where this is the same. */
  readonly arithmetic: Arithmetic;
}

/** What a run turned out to be. */
export interface RunSummary extends EngineSummary {
  /** Trainable numbers of the model, but for the σ̃ of a likelihood that learns it. */
  readonly parameterCount: number;
  /** Images that are kept from training: their indices, ascending. */
  readonly heldOut: Uint32Array;
}

/** Parameters and where their run stands: what is loaded from both goes on as the run would, on simd to the bit. */
export interface Saved extends Parameters {
  readonly trainer: TrainerState;
}

/** Where a run goes on from; null is what is not known of it. */
export interface Origin {
  readonly parameters: Parameters;
  readonly trainer: TrainerState | null;
  /** The most active axes so far: the plane keeps them until others have clearly more. */
  readonly axes: PlaneAxes | null;
  /** What trained it, and why: the same engine goes on where the choice is left to the worker. */
  readonly serving: EngineSummary | null;
  /** Its past; null where it begins here. */
  readonly timeline: KeptTimeline | null;
  /** What it was trained with when it fell asleep; null of one that the reader has brought in a file. */
  readonly settings: TrainingSettings | null;
}

/**
 * A run that rests without a worker: everything that it needs to go on where it was, on simd to the bit. Its images
 * and its history stay with the page.
 */
export interface Sleep extends Origin {
  readonly trainer: TrainerState;
  readonly axes: PlaneAxes;
  readonly serving: EngineSummary;
  readonly settings: TrainingSettings;
}

export type Request =
  | {
      readonly type: 'start';
      readonly id: number;
      readonly run: RunConfig;
      readonly live: LiveConfig;
      /** Goes on from here instead of the initial parameters. */
      readonly wake: Origin | null;
    }
  | {
      readonly type: 'configure';
      readonly id: number;
      readonly live: LiveConfig;
      /** The step from which batch size, noise samples and learning rate hold; left out, all holds from the next step on. */
      readonly from?: number;
    }
  | {
      readonly type: 'play';
      readonly id: number;
      readonly playing: boolean;
      /** It does not play, but soon goes on: others have their turn. Then no loss over all that is trained on is taken. */
      readonly waits?: boolean;
      /** The step at which it waits to be told a later one; left out, it waits at none. */
      readonly until?: number;
    }
  | { readonly type: 'step'; readonly id: number; readonly count: number; readonly view: View }
  | { readonly type: 'frame'; readonly id: number; readonly view: View }
  | { readonly type: 'engine'; readonly id: number; readonly engine: EngineName | 'auto' }
  /** Tells of a pair what it is for, and touches nothing. */
  | { readonly type: 'inspect'; readonly id: number; readonly pair: LayersPair }
  | { readonly type: 'encode'; readonly id: number; readonly images: Float32Array }
  | { readonly type: 'decode'; readonly id: number; readonly z: Float32Array }
  /** Answered when it is done; other requests are answered meanwhile. Of two with one key the older is ended. */
  | { readonly type: 'survey'; readonly id: number; readonly key: string; readonly job: JobRequest }
  /** Ends the survey with this key, where one is under way. */
  | { readonly type: 'endSurvey'; readonly id: number; readonly key: string }
  | { readonly type: 'save'; readonly id: number }
  /** For all that the run needs to go on elsewhere, should this worker break; it goes on here. */
  | { readonly type: 'keep'; readonly id: number }
  /** Answered at once, whatever else is under way: whether the worker still answers. */
  | { readonly type: 'ping'; readonly id: number }
  /** Stops training for good and hands everything over, with so many bytes of its past; the worker is ended next. */
  | { readonly type: 'sleep'; readonly id: number; readonly past: number }
  | { readonly type: 'load'; readonly id: number; readonly parameters: Parameters | Saved }
  /** Stops training, and goes to another moment of the run. */
  | { readonly type: 'travel'; readonly id: number; readonly to: Destination; readonly view: View };

/** A request as it crosses. */
export type Posted =
  | Exclude<Request, { type: 'start' }>
  | (Omit<Extract<Request, { type: 'start' }>, 'run'> & {
      readonly run: Omit<RunConfig, 'images'> & { readonly images: Lent | null };
    });

/** The moment that a run has gone to. */
export interface Travelled {
  /** Without the loss over all that is trained on, so that it comes at once. */
  readonly frame: Frame;
  /** Those of then, which are in force now. */
  readonly settings: TrainingSettings;
}

/** What each request is answered with. */
export interface Answers {
  start: RunSummary;
  configure: null;
  play: null;
  step: Frame;
  frame: Frame;
  engine: EngineSummary;
  inspect: LayersShape;
  encode: Codes;
  decode: Float32Array;
  survey: JobAnswers[JobKind];
  endSurvey: null;
  save: Saved;
  /** Without its timeline; null of a moment that the run is not to go on from. */
  keep: Sleep | null;
  ping: null;
  sleep: Sleep;
  load: null;
  travel: Travelled;
}

/**
 * An error as it crosses: `name` tells the reader's mistakes (DataError, RangeError), what the browser lacks (EngineError)
 * and that images are to be lent once more (NotLentError) from defects.
 */
export interface Failure {
  readonly name: string;
  readonly message: string;
  readonly stack: string | undefined;
  /** Of an EngineError: why each engine that was tried cannot serve. */
  readonly engines?: readonly EngineFailure[];
  /** Of a WeightsError: what is wrong with the file. */
  readonly fault?: WeightsFault;
  /** Of what cannot be done at a moment of the past that is kept only to be looked at: which one that is. */
  readonly seenOnly?: SeenOnly;
}

/** A moment of the past that is kept only to be looked at. */
export interface SeenOnly {
  readonly step: number;
  /** The last step before it that is kept whole: training goes on from there. */
  readonly base: number;
}

/** What happens to a run without having been asked for, and the reader is told of. */
export type RunUpset =
  /** The loss was lost: training stopped, and the parameters of step `restored` are back. */
  | { readonly kind: 'diverged'; readonly step: number; readonly restored: number }
  /** The hardware took the engine away: training goes on from step `restored` on another. */
  | ({ readonly kind: 'engine-lost'; readonly restored: number } & EngineSummary);

/** What happens without having been asked for. */
export type RunEvent =
  | RunUpset
  /** The code that looks at given images has come, or has not: the next frame has what there is of them. */
  | { readonly kind: 'given' };

/** What has become of the timeline; told before the frame that shows it. */
export type TimelineNews =
  | { readonly kind: 'changed'; readonly timeline: TimelineSummary }
  /** The run goes on from a step of its past: what came after it is left. */
  | { readonly kind: 'branched'; readonly step: number };

export type Response =
  | { readonly type: 'answer'; readonly id: number; readonly value: Answers[keyof Answers] }
  | { readonly type: 'failure'; readonly id: number; readonly error: Failure }
  /** What share of a request that is not yet answered is done, 0 … 1; of surveys that know it. */
  | { readonly type: 'progress'; readonly id: number; readonly share: number }
  | { readonly type: 'event'; readonly event: RunEvent }
  | { readonly type: 'timeline'; readonly news: TimelineNews }
  /** The worker's entry is there, but the rest of its script did not come: nothing will be answered. */
  | { readonly type: 'missing'; readonly message: string };
