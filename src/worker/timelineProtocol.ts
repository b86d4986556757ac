/**
 * What the past of a run is, as it is kept in the worker, handed over with a run that sleeps, and told to the page:
 * types only.
 */
import type { ServingName } from '../model/engine';
import type { TrainerState } from '../model/trainer';
import type { LiveConfig, Parameters } from './protocol';

/** The settings that say how the next step is trained. */
export type TrainingSettings = Omit<LiveConfig, 'speed'>;

/** A moment of the past that is kept whole: what is loaded from it goes on as the run did, on simd to the bit. */
export interface WholeMoment {
  /** null: those that the run began with, which come from its seed. */
  readonly parameters: Parameters | null;
  readonly trainer: TrainerState;
  /** Those of the step after it. */
  readonly settings: TrainingSettings;
}

/** A moment of the past that is kept to be looked at, in a sixth of the bytes. */
export interface SeenMoment {
  /** The parameters' values, in half precision (math/half.ts). */
  readonly halves: Uint16Array;
  readonly trainer: Pick<TrainerState, 'step' | 'epochs'>;
  readonly settings: TrainingSettings;
}

/** One moment of the past. */
export type KeptMoment = WholeMoment | SeenMoment;

/** Something that happened to a run at a step. */
export type TimelineMark = { readonly step: number } & (
  | { readonly kind: 'settings'; readonly from: TrainingSettings; readonly to: TrainingSettings }
  | { readonly kind: 'engine'; readonly from: ServingName; readonly to: ServingName; readonly lost: boolean }
  /** The run goes on from parameters of elsewhere. */
  | { readonly kind: 'loaded' }
  /** The run has gone back to this step, since its loss was lost at another. */
  | { readonly kind: 'diverged'; readonly at: number }
  /** The reader went on from here, and left what came after. */
  | { readonly kind: 'branch' }
);

/** A stretch of a run, both lists ascending. */
export interface Stretch<M> {
  readonly moments: readonly M[];
  readonly marks: readonly TimelineMark[];
}

/** A timeline as it goes with a run that sleeps. */
export interface KeptTimeline {
  readonly line: Stretch<KeptMoment>;
  /** What came after `from` until the reader went on from there. */
  readonly former: (Stretch<KeptMoment> & { readonly from: number }) | null;
  readonly at: number | null;
  /** Whether the former branch has gone for want of room since the run last went to a moment. */
  readonly lostFormer: boolean;
}

/** A moment as it is listed. */
export interface ListedMoment {
  readonly step: number;
  /** What it takes of the worker's memory. */
  readonly bytes: number;
  /** Whether the run can go on from it; from others it goes on from the last such moment before. */
  readonly isWhole: boolean;
}

/** A timeline as the page knows it. */
export interface TimelineSummary extends Stretch<ListedMoment> {
  readonly former: (Stretch<ListedMoment> & { readonly from: number }) | null;
  /** The first step, and those at which settings changed, from which on it is counted how far the run has come. */
  readonly beginnings: readonly number[];
  /** The step of the past that the run rests at; null where it is at its newest. */
  readonly at: number | null;
  /** Whether there is room for a branch that is left, beside the moments of the one that is gone on with. */
  readonly keepsFormer: boolean;
  /** Whether the former branch has gone for want of room, and nobody has gone to another moment since. */
  readonly lostFormer: boolean;
}

/** Where a run is to go: a moment of its past, its newest, or the end of the branch that was left. */
export type Destination =
  | { readonly kind: 'step'; readonly step: number }
  | { readonly kind: 'newest' }
  | { readonly kind: 'former' };
