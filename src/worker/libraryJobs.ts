/** The worker's side of the library: reads what is ordered, several orders at a time. */

import { DataError } from '../data/dataset';
import { fetchBytes } from '../data/fetchBytes';
import { loadSource } from '../data/sources';
import type { LibraryFailure, LibraryRequest, LibraryResponse } from './libraryProtocol';

/**
 * @param answer posts a response; the buffers are to be handed over
 * @param fetch of the worker; passed in for tests
 * @returns what takes the requests
 */
export function createLibraryJobs(
  answer: (response: LibraryResponse, buffers: ArrayBuffer[]) => void,
  fetch: typeof globalThis.fetch = globalThis.fetch.bind(globalThis),
): (request: LibraryRequest) => void {
  const running = new Map<number, AbortController>();

  const load = async ({ id, order }: Extract<LibraryRequest, { type: 'load' }>): Promise<void> => {
    const controller = new AbortController();
    running.set(id, controller);
    const { signal } = controller;
    const { source, size, count, transposed, binary, baseUrl } = order;
    try {
      const dataset = await loadSource(
        { ...source, size, count, transposed, binary },
        {
          baseUrl,
          fetchBytes: (url, watch) => fetchBytes(url, watch, fetch),
          signal,
          onProgress: (progress) => answer({ type: 'progress', id, progress }, []),
        },
      );
      if (signal.aborted) return;
      const { images, labels, intensities = null } = dataset;
      const buffers = [images, labels, intensities].flatMap((part) => (part === null ? [] : [part.buffer]));
      answer({ type: 'dataset', id, dataset }, buffers as ArrayBuffer[]);
    } catch (error) {
      if (!signal.aborted) answer({ type: 'failure', id, error: failureOf(error) }, []);
    } finally {
      running.delete(id);
    }
  };

  return (request) => {
    if (request.type === 'load') void load(request);
    else running.get(request.id)?.abort();
  };
}

function failureOf(thrown: unknown): LibraryFailure {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  const problem = error instanceof DataError ? error.problem : null;
  return { name: error.name, message: error.message, stack: error.stack, problem };
}
