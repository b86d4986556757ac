/** Keeps moments of a run while it trains, and takes it to them. */
import type { Parameters } from '../model/engine';
import { createLayout } from '../model/layout';
import type { TrainerState } from '../model/trainer';
import type { LiveConfig } from './protocol';
import type { Run } from './run';
import { Timeline } from './timeline';
import type { Destination, KeptTimeline, TrainingSettings } from './timelineProtocol';

/** What a timeline begins with. */
interface Beginning {
  /** Where the run begins; null parameters are those of its seed. */
  readonly parameters: Parameters | null;
  readonly trainer: TrainerState;
  readonly live: LiveConfig;
  /** Whether the reader has brought those parameters. */
  readonly isBrought: boolean;
  /** The timeline of a run that goes on. */
  readonly kept: KeptTimeline | null;
}

/**
 * The timeline of a run; null where its budget has no room for the run's newest moment, and the first where that does not
 * come from the seed.
 * @param budget bytes
 */
export function openTimeline(
  budget: number,
  architecture: Parameters['architecture'],
  { parameters, trainer, live, isBrought, kept }: Beginning,
): Timeline | null {
  const full = 3 * Float32Array.BYTES_PER_ELEMENT * createLayout(architecture).size + trainer.order.byteLength;
  if (budget < (parameters === null ? full : 2 * full)) return null;
  if (kept !== null) return new Timeline(budget, full, kept);
  const timeline = new Timeline(budget, full, { parameters, trainer, settings: trainingSettings(live) });
  if (isBrought) timeline.mark({ step: trainer.step, kind: 'loaded' });
  return timeline;
}

export const trainingSettings = ({ hyper, batchSize }: LiveConfig): TrainingSettings => ({ hyper, batchSize });

/** Keeps the present moment, as soon as the engine hands it over. @param isNewest whether the run is about to leave it */
export function keepMoment(run: Run, timeline: Timeline, isNewest = false): Promise<void> {
  const { trainer } = run;
  const ticket = timeline.taking(trainer.step, trainingSettings(run.live), isNewest);
  // Of the same moment: the engine takes its copy at once, though it may hand it over later.
  const state = trainer.state();
  return trainer.engine.save().then(
    (parameters) => timeline.add({ parameters, trainer: state }, ticket),
    (error: unknown) => {
      timeline.drop(ticket);
      throw error;
    },
  );
}

/**
 * Notes the settings that a run is trained with from now on, and keeps the moment at which a change of them begins.
 * @param before those that it was trained with
 */
export function noteSettings(run: Run, before: TrainingSettings): void {
  const { timeline, trainer, live } = run;
  if (timeline?.configured(trainer.step, before, trainingSettings(live), performance.now())) {
    // A lost engine is told by its own call.
    keepMoment(run, timeline).catch(() => undefined);
  }
}

/**
 * Takes a run, which rests, to a moment of its past or back.
 * @throws RangeError where there is no such branch
 */
export async function travel(run: Run, timeline: Timeline, to: Destination): Promise<void> {
  const { trainer } = run;
  if (timeline.at === null && trainer.step > timeline.last) await keepMoment(run, timeline, true);
  const { parameters, trainer: state, settings } = timeline.go(to);
  const loaded = parameters ?? run.first();
  trainer.load(loaded, state);
  trainer.hyper = settings.hyper;
  trainer.batchSize = settings.batchSize;
  run.live = { ...run.live, ...settings };
  run.snapshots.reset(loaded);
  // Those of steps at another moment.
  await trainer.engine.losses();
}
