import type { TimelineNews } from './protocol';
import type { Run } from './run';
import { branchOff, keepMoment, trainingSettings } from './travel';

/** At a moment of the past a branch begins. */
export function leavePast(run: Run, tell: (news: TimelineNews) => void): void {
  const step = branchOff(run);
  if (step !== null) tell({ kind: 'branched', step });
}

/**
 * Trains one step, keeps its moment where that is due, and now and then has a snapshot taken. At a moment of the past a branch
 * begins with it.
 */
export function trainStep(run: Run, tell: (news: TimelineNews) => void): void {
  const { trainer, timeline, snapshots } = run;
  leavePast(run, tell);
  trainer.train();
  // A lost engine is told by its own call.
  if (timeline?.isDue(trainer.step)) keepMoment(run, timeline).catch(() => undefined);
  const now = performance.now();
  if (!snapshots.isDue(now)) return;
  const path = snapshots.taking(now);
  // Of the same moment: the engine takes its copy at once.
  const state = trainer.state();
  trainer.engine.save().then(
    (parameters) => snapshots.add({ ...parameters, trainer: state }, path),
    () => undefined,
  );
}

/**
 * Leaves the parameters of a lost loss for the last sound ones.
 * @param surviving does something that a lost engine may interrupt
 * @param lost the step at which the loss was found to be lost
 * @returns the step of the parameters that are back
 */
export async function goBack(
  { trainer, snapshots, timeline, live }: Run,
  surviving: (work: () => Promise<void>) => Promise<void>,
  lost: number,
): Promise<number> {
  const last = snapshots.rewind();
  timeline?.rewound({ step: last.step, kind: 'diverged', at: lost }, trainingSettings(live));
  await surviving(async () => {
    // Their place in the data as well, but for what is drawn at random from there on: the same noise might lose the loss again.
    const { noise, batches } = trainer.state();
    trainer.load(last, { ...last.trainer, noise, batches });
    // Those of the steps that were trained while the lost loss was being read.
    await trainer.engine.losses();
  });
  return last.step;
}
