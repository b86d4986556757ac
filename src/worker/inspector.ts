/** The page's end of a library worker that is asked what files of the reader's hold, before they are trained on. */
import { abortError, rebuild, startLibraryWorker } from './library';
import type { Dataset, FilesOrder, LibraryResponse, Preview, Progress } from './libraryProtocol';
import { holdLibraryWorker } from './libraryWorker';
import type { WorkerLike } from './watchWorker';

/** Answers about one choice of files, one request at a time: a later one ends those before with an AbortError. */
export interface Inspector {
  /**
   * What would be trained on. The files are read once for all requests with the same reading.
   * @param tell hears how far the reading of large files is
   * @throws DataFailure (as a rejection) for files that cannot be read; a WorkerError where the worker cannot be had or
   *   breaks: the next request tries again
   */
  inspect(order: FilesOrder, tell: (progress: Progress) => void): Promise<Preview>;
  /** The data set itself. @throws as `inspect` */
  load(order: FilesOrder): Promise<Dataset>;
  /** Ends the worker, and what is under way with an AbortError. */
  end(): void;
}

/** A request that waits for its answer. */
interface Pending {
  readonly id: number;
  resolve(answer: Preview | Dataset): void;
  reject(error: Error): void;
  tell(progress: Progress): void;
}

/** @param start starts a Worker that runs library.worker.ts; may throw where the browser refuses */
export function openInspector(start: () => WorkerLike = startLibraryWorker): Inspector {
  let pending: Pending | null = null;
  let nextId = 1;

  const fail = (error: Error): void => {
    const failed = pending;
    pending = null;
    failed?.reject(error);
  };

  const take = (response: LibraryResponse): void => {
    if (response.id !== pending?.id) return;
    const { resolve, tell } = pending;
    switch (response.type) {
      case 'progress':
        tell(response.progress);
        break;
      case 'failure':
        fail(rebuild(response.error));
        break;
      case 'preview':
      case 'dataset':
        pending = null;
        resolve(response.type === 'preview' ? response.preview : response.dataset);
    }
  };

  const worker = holdLibraryWorker(start, take, fail);

  const ask = (type: 'inspect' | 'load', order: FilesOrder, tell: Pending['tell']): Promise<Preview | Dataset> => {
    fail(abortError());
    const id = nextId++;
    return new Promise((resolve, reject) => {
      try {
        worker.post({ type, id, order });
      } catch (error) {
        reject(error);
        return;
      }
      pending = { id, resolve, reject, tell };
    });
  };

  return {
    inspect: (order, tell) => ask('inspect', order, tell) as Promise<Preview>,
    load: (order) => ask('load', order, () => undefined) as Promise<Dataset>,
    end() {
      worker.end();
      fail(abortError());
    },
  };
}
