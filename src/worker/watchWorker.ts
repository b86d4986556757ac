import { WorkerError, workerFailure } from './workerError';

export type WorkerLike = Pick<Worker, 'postMessage' | 'addEventListener' | 'terminate'>;

/**
 * Calls `ended` once, with the reason, when a worker cannot be had or breaks down.
 * @param who how the message names the worker: 'The training worker'
 * @returns what ends the watching, to be called when the worker is ended on purpose
 */
export function watchWorker(worker: WorkerLike, who: string, ended: (error: WorkerError) => void): () => void {
  let spoke = false;
  let over = false;
  let forbidden = false;
  const unwatch = onForbidden(() => {
    forbidden = true;
  });
  const stop = (): void => {
    over = true;
    unwatch();
  };
  const end = (error: WorkerError): void => {
    if (over) return;
    stop();
    ended(error);
  };
  worker.addEventListener('message', (event) => {
    // The entry is there, but the rest of its script did not come (boot.ts).
    const { type, message } = ((event as MessageEvent).data ?? {}) as { type?: string; message?: string };
    if (type === 'missing') {
      end(new WorkerError('missing', `${who} failed: a part of its script did not load (${message})`));
      return;
    }
    if (spoke) return;
    spoke = true;
    unwatch();
  });
  for (const type of ['error', 'messageerror'] as const) {
    worker.addEventListener(type, (event) => {
      event.preventDefault();
      const error = workerFailure(event, who);
      if (error.cause === 'missing' && !spoke) {
        // The violation of a policy is told in a task of its own, which may come after this one.
        setTimeout(() =>
          end(forbidden ? new WorkerError('refused', `${who} is forbidden by the site's policy`) : error),
        );
      } else if (!spoke && /SyntaxError/.test(error.message)) {
        // What came instead of the script: part of it, or something else.
        end(new WorkerError('missing', error.message));
      } else end(error);
    });
  }
  return stop;
}

/** Listens for content security policies that forbid a worker. Returns what ends the listening. */
function onForbidden(listener: () => void): () => void {
  if (typeof document === 'undefined') return () => undefined;
  const heard = ({ effectiveDirective }: SecurityPolicyViolationEvent): void => {
    if (effectiveDirective === 'worker-src') listener();
  };
  document.addEventListener('securitypolicyviolation', heard);
  return () => document.removeEventListener('securitypolicyviolation', heard);
}
