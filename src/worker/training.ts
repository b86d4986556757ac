import type { Run } from './run';

/** Trains one step, and now and then has a snapshot taken. */
export function trainStep({ trainer, snapshots }: Run): void {
  trainer.train();
  const now = performance.now();
  if (!snapshots.isDue(now)) return;
  const path = snapshots.taking(now);
  trainer.engine.save().then(
    (parameters) => snapshots.add(parameters, path),
    // A lost engine is told by its own call.
    () => undefined,
  );
}

/**
 * Leaves the parameters of a lost loss for the last sound ones.
 * @param surviving does something that a lost engine may interrupt
 * @returns the step of the parameters that are back
 */
export async function goBack(
  { trainer, snapshots }: Run,
  surviving: (work: () => Promise<void>) => Promise<void>,
): Promise<number> {
  const last = snapshots.rewind();
  await surviving(async () => {
    trainer.load(last);
    // Those of the steps that were trained while the lost loss was being read.
    await trainer.engine.losses();
  });
  return last.step;
}
