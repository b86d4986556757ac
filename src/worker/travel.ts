/** Keeps moments of a run while it trains, and takes it to them. */
import type { Parameters } from '../model/engine';
import { createLayout } from '../model/layout';
import type { TrainerState } from '../model/trainer';
import { isWhole, shownBy } from './keptMoments';
import type { LiveConfig } from './protocol';
import type { Run } from './run';
import { Timeline } from './timeline';
import type { Destination, KeptMoment, KeptTimeline, TrainingSettings } from './timelineProtocol';

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
  const { size } = createLayout(architecture);
  const whole = 3 * Float32Array.BYTES_PER_ELEMENT * size + trainer.order.byteLength;
  if (budget < (parameters === null ? whole : 2 * whole)) return null;
  const sizes = { whole, seen: Uint16Array.BYTES_PER_ELEMENT * size };
  if (kept !== null) return new Timeline(budget, sizes, kept);
  const timeline = new Timeline(budget, sizes, { parameters, trainer, settings: trainingSettings(live) });
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
  if (timeline.at === null && timeline.lacks(trainer.step)) await keepMoment(run, timeline, true);
  const moment = timeline.go(to);
  loadMoment(run, moment);
  const { settings } = moment;
  trainer.hyper = settings.hyper;
  trainer.batchSize = settings.batchSize;
  run.live = { ...run.live, ...settings };
  // Those of steps at another moment.
  await trainer.engine.losses();
}

/**
 * The run, where it is at a moment of its past, leaves what came after it: it goes on from there, or from the last moment
 * before that is kept whole, with the settings in force.
 * @returns the step; null where it is at its newest
 */
export function branchOff(run: Run): number | null {
  const { timeline, trainer } = run;
  if (timeline === null || timeline.at === null) return null;
  const base = timeline.branch(trainingSettings(run.live), performance.now());
  const { step } = base.trainer;
  if (step !== trainer.step) loadMoment(run, base);
  return step;
}

/** Parameters of a moment, and as much of where the run stood then as is kept. */
function loadMoment({ trainer, snapshots, architecture, first }: Run, moment: KeptMoment): void {
  const parameters = isWhole(moment) ? (moment.parameters ?? first()) : shownBy(moment, architecture);
  const state = isWhole(moment) ? moment.trainer : { ...trainer.state(), ...moment.trainer };
  snapshots.reset({ ...parameters, trainer: state });
  trainer.load(parameters, state);
}
