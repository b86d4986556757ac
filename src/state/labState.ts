import type { DataProblem, Dataset, Progress, Source } from '../worker/libraryProtocol';
import type { EngineFailure, RunSummary, WorkerFault } from '../worker/protocol';
import { type Detail, FULL } from './detail';
import type { Settings } from './settings';

/** Why a lab cannot go on; what is on screen stays, and the reader may have it try again. */
export type LabFailure =
  /** The worker that trains, or the one that reads images, did not come, or broke. */
  | {
      readonly kind: 'worker';
      readonly of: 'training' | 'images';
      readonly cause: WorkerFault;
      readonly message: string;
    }
  /** No engine can serve. */
  | { readonly kind: 'engines'; readonly engines: readonly EngineFailure[]; readonly message: string }
  /** There are no images to begin with. */
  | { readonly kind: 'data'; readonly problem: DataProblem | null; readonly message: string }
  /** A defect of the program. */
  | { readonly kind: 'defect'; readonly message: string };

/** How far a reading of images is. */
export interface Loading extends Progress {
  /** Whether they come over the network, which may take seconds for what a disk has at once. */
  readonly fetched: boolean;
}

/** What React renders from; what changes with every frame goes to the subscribers of `on('frame')` instead. */
export interface LabState {
  readonly settings: Settings;
  /** Whether the reader wants it to train; it rests all the same while nobody can see it. */
  readonly playing: boolean;
  /** Whether its run goes on from parameters that were brought, or shows a model that was, until it begins again. */
  readonly brought: boolean;
  /** null before the first run. */
  readonly run: RunSummary | null;
  readonly dataset: Dataset | null;
  /** Where the reader's own images come from, once they have been opened; null before that. */
  readonly ownImages: Source | null;
  /** A data set or a model is on its way. */
  readonly starting: boolean;
  /** Images that are being read: how far; null while none are. */
  readonly loading: Loading | null;
  readonly failure: LabFailure | null;
  /** Without a worker: not opened yet, or away for long. The last frame stays. */
  readonly asleep: boolean;
  /** How much is drawn while it trains; at rest it is all. */
  readonly detail: Detail;
}

/**
 * The state of a lab that has never been open.
 * @param ownImages those that another lab has opened, where it begins with them
 */
export const stateOf = (settings: Settings, playing: boolean, ownImages: Source | null): LabState => ({
  settings,
  playing,
  brought: false,
  run: null,
  dataset: null,
  ownImages,
  starting: false,
  loading: null,
  failure: null,
  asleep: true,
  detail: FULL,
});
