/** The worker's side of the library: reads what is ordered, several orders at a time. */

import { DataError, type Dataset } from '../data/dataset';
import { fetchBytes } from '../data/fetchBytes';
import { chosenOf, previewOf } from '../data/preview';
import { loadSource } from '../data/sources';
import { KeptReading } from './keptReading';
import type { LibraryFailure, LibraryRequest, LibraryResponse } from './libraryProtocol';

type Of<Type extends LibraryRequest['type']> = Extract<LibraryRequest, { type: Type }>;

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
  const kept = new KeptReading();
  const fail = (id: number, error: unknown): void => answer({ type: 'failure', id, error: failureOf(error) }, []);

  const read = async ({ id, order }: Of<'load'>, signal: AbortSignal): Promise<Dataset> => {
    const { source, size, count, transposed, binary, baseUrl } = order;
    if (source.kind === 'files') {
      const own = await kept.take(source.reading);
      if (own !== null) return chosenOf(own, { size, count, transposed, binary, inverted: source.reading?.inverted });
    }
    return loadSource(
      { ...source, size, count, transposed, binary },
      {
        baseUrl,
        fetchBytes: (url, watch) => fetchBytes(url, watch, fetch),
        signal,
        onProgress: (progress) => answer({ type: 'progress', id, progress }, []),
      },
    );
  };

  const load = async (request: Of<'load'>): Promise<void> => {
    const { id } = request;
    const controller = new AbortController();
    running.set(id, controller);
    const { signal } = controller;
    try {
      const dataset = await read(request, signal);
      if (signal.aborted) return;
      const { images, labels, intensities = null } = dataset;
      const buffers = [images, labels, intensities].flatMap((part) => (part === null ? [] : [part.buffer]));
      answer({ type: 'dataset', id, dataset }, buffers as ArrayBuffer[]);
    } catch (error) {
      if (!signal.aborted) fail(id, error);
    } finally {
      running.delete(id);
    }
  };

  const inspect = async ({ id, order }: Of<'inspect'>): Promise<void> => {
    const { source, size, count, transposed, binary } = order;
    try {
      const own = await kept.read(source, (progress) => answer({ type: 'progress', id, progress }, []));
      const preview = previewOf(own, { size, count, transposed, binary, inverted: source.reading?.inverted });
      answer({ type: 'preview', id, preview }, [preview.images.buffer as ArrayBuffer]);
    } catch (error) {
      fail(id, error);
    }
  };

  return (request) => {
    if (request.type === 'load') void load(request);
    else if (request.type === 'inspect') void inspect(request);
    else running.get(request.id)?.abort();
  };
}

function failureOf(thrown: unknown): LibraryFailure {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  const problem = error instanceof DataError ? error.problem : null;
  return { name: error.name, message: error.message, stack: error.stack, problem };
}
