import type { Client } from '../worker/client';
import type { Lab } from './lab';

/** What it needs of a lab. */
type RetryingLab = Pick<Lab, 'store' | 'sleep' | 'wake'> & {
  readonly run: Pick<Lab['run'], 'connection' | 'engine' | 'pump' | 'fail'>;
};

/**
 * Asks once more for the engine of the settings, where another serves in its place; the run goes on. A worker may hold on to
 * the failure of a script (platform/importer.ts); where another try fails, the run goes on with another worker, which asks for
 * it anew, if one can be had. What fails is in the state.
 */
export async function retryEngine(lab: RetryingLab): Promise<void> {
  const { store, run } = lab;
  const make = (): Promise<void> => run.engine.make(store.getState().settings.engine);
  const lacksScript = (): boolean => store.getState().run?.engineReason.other?.cause === 'missing';
  try {
    await make();
    if (lacksScript() && (await anotherAnswers(run.connection.startClient))) {
      await lab.sleep();
      // Somebody who waits for an answer keeps it awake.
      if (store.getState().asleep) {
        await lab.wake();
        // The engine that served may have been taken without a try of the other.
        if (lacksScript()) await make();
      }
    }
    run.pump.refresh();
  } catch (error) {
    run.fail(error as Error);
  }
}

/** Whether another worker can be had: after a deploy, or offline, its script may be missing as well, and the run needs one. */
function anotherAnswers(startClient: () => Client): Promise<boolean> {
  const client = startClient();
  return client
    .request('ping', {})
    .then(
      () => true,
      () => false,
    )
    .finally(() => client.close());
}
