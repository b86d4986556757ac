import type { PlaneAxes } from '../math/planar';
import type { EngineReason, Parameters } from '../model/engine';
import type { Architecture } from '../model/layout';
import type { Trainer } from '../model/trainer';
import type { EngineName, EngineSummary, Images, LiveConfig, RunSummary, Saved } from './protocol';
import type { Snapshots } from './snapshots';
import type { Timeline } from './timeline';

/** A run under way. */
export interface Run {
  readonly images: Images;
  readonly architecture: Architecture;
  readonly trainer: Trainer;
  readonly snapshots: Snapshots<Saved>;
  /** Its past; null where none is kept. */
  readonly timeline: Timeline | null;
  /** The parameters of its seed, before the first step. */
  first(): Parameters;
  /** What the reader asked for. */
  wanted: EngineName | 'auto';
  /** Why the present engine serves. */
  reason: EngineReason;
  live: LiveConfig;
  /** Whether it has posteriors: a decoder that the reader has brought alone has none. */
  readonly canEncode: boolean;
  /** The axes that are shown where none are named. */
  axes: PlaneAxes;
  /** The axes of the plane as it is now: those that the last view named, if it named any. */
  shown: PlaneAxes;
}

/** Whether it can be trained: not a model that the reader has brought to be looked at. */
export const isTrained = ({ trainer }: Pick<Run, 'trainer'>): boolean => trainer.engine.name !== 'layers';

export function engineSummary({ trainer, reason }: Run): EngineSummary {
  const { name, arithmetic } = trainer.engine;
  return { engine: name, engineReason: reason, arithmetic };
}

export const runSummary = (run: Run, parameterCount: number): RunSummary => ({
  ...engineSummary(run),
  parameterCount,
  // A copy: it is handed over.
  heldOut: run.trainer.shares.heldOut.slice(),
});
