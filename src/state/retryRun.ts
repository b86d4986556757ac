import type { Lab } from './lab';

/** What it needs of a lab. */
type RetryingLab = Pick<Lab, 'store' | 'wake'> & {
  readonly run: Pick<Lab['run'], 'starter' | 'connection'>;
};

/** After a failure: begins again with a new worker, where the run was last kept. What fails is in the state. */
export async function retryRun(lab: RetryingLab): Promise<void> {
  const { starter, connection } = lab.run;
  // A start on its way is another try already.
  if (starter.pending === null) {
    connection.close();
    lab.store.setState({ failure: null, asleep: true });
  }
  await lab.wake();
}
