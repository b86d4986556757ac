/** The page's end of the library worker: every data set is fetched and decoded once, whoever asks for it. */
import { isOpaque, startOpaqueWorker } from '../platform/opaqueWorker';
import address from './library.worker.ts?worker&url';
import type {
  DataFailure,
  DataOrder,
  Dataset,
  Library,
  LibraryFailure,
  LibraryResponse,
  LoadWatch,
  Progress,
} from './libraryProtocol';
import { LibraryShelf } from './libraryShelf';
import { holdLibraryWorker } from './libraryWorker';
import type { WorkerLike } from './watchWorker';

/** Somebody who waits for an order. */
interface Waiter {
  resolve(dataset: Dataset): void;
  reject(error: Error): void;
  progress(progress: Progress): void;
}

/** An order that is being read. */
interface Job {
  readonly id: number;
  readonly waiters: Set<Waiter>;
  last: Progress | null;
}

/**
 * A library whose worker is started when there is something to read, and ended when there is nothing left, so that it
 * costs memory only meanwhile.
 *
 * @param start starts a Worker that runs library.worker.ts; may throw where the browser refuses
 */
export function openLibrary(start: () => WorkerLike): Library {
  const shelf = new LibraryShelf();
  const jobs = new Map<string, Job>();
  const nameFile = fileNames();
  let nextId = 1;
  let disposed = false;
  /** What was read elsewhere, until it is loaded: the shelf alone would not keep what is large. */
  let given: { readonly key: string; readonly dataset: Dataset } | null = null;

  const settle = (key: string, job: Job, tell: (waiter: Waiter) => void): void => {
    jobs.delete(key);
    if (jobs.size === 0) worker.end();
    for (const waiter of [...job.waiters]) tell(waiter);
  };

  const failAll = (error: Error): void => {
    const failed = [...jobs.values()];
    jobs.clear();
    for (const job of failed) for (const waiter of [...job.waiters]) waiter.reject(error);
  };

  const take = (response: LibraryResponse): void => {
    const found = [...jobs].find(([, { id }]) => id === response.id);
    if (found === undefined) return;
    const [key, job] = found;
    switch (response.type) {
      case 'progress':
        job.last = response.progress;
        for (const waiter of job.waiters) waiter.progress(response.progress);
        break;
      case 'dataset':
        shelf.set(key, response.dataset);
        settle(key, job, (waiter) => waiter.resolve(response.dataset));
        break;
      case 'failure': {
        const error = rebuild(response.error);
        settle(key, job, (waiter) => waiter.reject(error));
      }
    }
  };

  const worker = holdLibraryWorker(start, take, failAll);

  /** @throws WorkerError where no worker can be had */
  const begin = (key: string, order: DataOrder): Job => {
    const job: Job = { id: nextId++, waiters: new Set(), last: null };
    try {
      worker.post({ type: 'load', id: job.id, order });
    } catch (error) {
      if (jobs.size === 0) worker.end();
      throw error;
    }
    jobs.set(key, job);
    return job;
  };

  const leave = (key: string, job: Job, waiter: Waiter): void => {
    job.waiters.delete(waiter);
    if (job.waiters.size > 0 || jobs.get(key) !== job) return;
    jobs.delete(key);
    if (jobs.size === 0) worker.end();
    else worker.post({ type: 'cancel', id: job.id });
  };

  const wait = (key: string, job: Job, { signal, onProgress }: LoadWatch): Promise<Dataset> =>
    new Promise((resolve, reject) => {
      const abort = (): void => {
        leave(key, job, waiter);
        reject(abortError());
      };
      const done = (): void => signal?.removeEventListener('abort', abort);
      const waiter: Waiter = {
        resolve(dataset) {
          done();
          resolve(dataset);
        },
        reject(error) {
          done();
          reject(error);
        },
        progress: (progress) => onProgress?.(progress),
      };
      job.waiters.add(waiter);
      signal?.addEventListener('abort', abort, { once: true });
      if (job.last !== null) onProgress?.(job.last);
    });

  return {
    async load(order, watch = {}) {
      if (disposed || watch.signal?.aborted) throw abortError();
      const key = keyOf(order, nameFile);
      if (given?.key === key) {
        shelf.set(key, given.dataset);
        given = null;
      }
      const known = shelf.get(key);
      if (known !== null) return known;
      return wait(key, jobs.get(key) ?? begin(key, order), watch);
    },
    shelve(order, dataset) {
      given = { key: keyOf(order, nameFile), dataset };
    },
    dispose() {
      disposed = true;
      given = null;
      shelf.clear();
      worker.end();
      failAll(abortError());
    },
  };
}

/** The library of this page. */
export const startLibrary = (): Library => openLibrary(startLibraryWorker);

/** @throws what the browser says where it refuses */
export function startLibraryWorker(): WorkerLike {
  return isOpaque()
    ? startOpaqueWorker(address, 'library')
    : new Worker(new URL('./library.worker.ts', import.meta.url), { type: 'module', name: 'library' });
}

/** Numbers files by identity: two files of one name may differ, and one file picked twice is two objects. */
function fileNames(): (file: File) => number {
  const numbers = new WeakMap<File, number>();
  let next = 1;
  return (file) => {
    const number = numbers.get(file) ?? next++;
    numbers.set(file, number);
    return number;
  };
}

/** The same for orders of the same images. */
function keyOf(order: DataOrder, nameFile: (file: File) => number): string {
  const { baseUrl, source, size, count, transposed, binary } = order;
  const from = source.kind === 'files' ? { ...source, files: source.files.map(nameFile) } : source;
  return JSON.stringify([baseUrl, Object.entries(from).sort(), size, count, transposed, binary]);
}

/** An error of the worker's, as it was thrown there. */
export function rebuild({ name, message, stack, problem }: LibraryFailure): DataFailure {
  const error = Object.assign(new Error(message), { name, problem });
  if (stack !== undefined) error.stack = stack;
  return error;
}

export const abortError = (): DOMException => new DOMException('The reading of the images was ended', 'AbortError');
