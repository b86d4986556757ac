import type { LibraryRequest, LibraryResponse } from './libraryProtocol';
import { type WorkerLike, watchWorker } from './watchWorker';
import { type WorkerError, workerRefusal } from './workerError';

/** A worker of the library that is started when it is first asked something, and again after it has ended. */
export interface LibraryWorker {
  /** @throws WorkerError where the browser refuses it */
  post(request: LibraryRequest): void;
  /** Ends the worker, if there is one: nothing that it was asked is answered. */
  end(): void;
}

const WHO = 'The library worker';

/**
 * @param start starts a Worker that runs library.worker.ts; may throw where the browser refuses
 * @param take called with what the worker answers
 * @param broke called when it has broken down, and ended
 */
export function holdLibraryWorker(
  start: () => WorkerLike,
  take: (response: LibraryResponse) => void,
  broke: (error: WorkerError) => void,
): LibraryWorker {
  let worker: WorkerLike | null = null;
  let unwatch: (() => void) | null = null;

  const end = (): void => {
    unwatch?.();
    worker?.terminate();
    worker = null;
  };

  const begin = (): WorkerLike => {
    const started = start();
    // Events of a worker that was ended come too late to mean anything.
    started.addEventListener('message', (event) => {
      if (worker === started) take((event as MessageEvent<LibraryResponse>).data);
    });
    unwatch = watchWorker(started, WHO, (error) => {
      if (worker !== started) return;
      end();
      broke(error);
    });
    return started;
  };

  return {
    post(request) {
      try {
        worker ??= begin();
        worker.postMessage(request);
      } catch (error) {
        throw workerRefusal(error, WHO);
      }
    },
    end,
  };
}
