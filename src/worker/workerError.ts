/**
 * Why a worker does not serve: its script did not come, the browser refuses to start one, it broke down, or it no longer
 * answers.
 */
export type WorkerFault = 'missing' | 'refused' | 'crashed' | 'silent';

/** A worker that cannot be started, or that has stopped by itself. */
export class WorkerError extends Error {
  override readonly name = 'WorkerError';

  constructor(
    override readonly cause: WorkerFault,
    message: string,
  ) {
    super(message);
  }
}

/**
 * What an `error` or `messageerror` event of a worker says.
 * @param who how the message names the worker: 'The training worker'
 */
export function workerFailure(event: Event, who: string): WorkerError {
  // A script that does not load has no message; what a running script throws has one.
  const message = (event as Partial<ErrorEvent>).message ?? '';
  if (event.type === 'messageerror') return new WorkerError('crashed', `${who} sent what cannot be read`);
  return message === ''
    ? new WorkerError('missing', `${who} failed: its script did not load`)
    : new WorkerError('crashed', `${who} failed: ${message}`);
}

/** What is thrown where the browser refuses to start a worker at all: file://, a sandboxed frame, a policy. */
export function workerRefusal(error: unknown, who: string): WorkerError {
  return new WorkerError('refused', `${who} cannot be started: ${error instanceof Error ? error.message : error}`);
}
