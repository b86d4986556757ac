import { readFile } from 'node:fs/promises';
import { describe, expect, it, vi } from 'vitest';
import { openLibrary } from '../../src/worker/library';
import { createLibraryJobs } from '../../src/worker/libraryJobs';
import type {
  DataFailure,
  DataOrder,
  Dataset,
  LibraryRequest,
  LibraryResponse,
  Progress,
} from '../../src/worker/libraryProtocol';
import { LibraryShelf } from '../../src/worker/libraryShelf';
import { gzip, idxBytes, smallImages } from '../support/idx';
import { PATIENTLY } from '../support/patiently';

const SITE = 'https://example.org/vae/';
const order = (rest: Partial<DataOrder> = {}): DataOrder => ({
  baseUrl: SITE,
  source: { kind: 'set', set: 'uci-digits' },
  size: 0,
  count: 0,
  transposed: false,
  binary: 'off',
  ...rest,
});
const strokes = (seed: number): DataOrder =>
  order({ source: { kind: 'set', set: 'strokes', variant: String(seed) }, count: 10 });
const dataset = (name = 'd', pixels = 4): Dataset => ({
  name,
  n: 1,
  width: 2,
  height: pixels / 2,
  images: new Float32Array(pixels),
  labels: null,
});

/** The far end of a library: keeps requests, and answers when told to. */
class FakeWorker {
  readonly requests: LibraryRequest[] = [];
  terminated = 0;
  private readonly target = new EventTarget();

  postMessage = (request: LibraryRequest): void => {
    this.requests.push(request);
  };
  addEventListener = (type: string, listener: EventListenerOrEventListenerObject): void => {
    this.target.addEventListener(type, listener);
  };
  terminate = (): void => {
    this.terminated += 1;
  };
  respond(response: LibraryResponse): void {
    this.target.dispatchEvent(new MessageEvent('message', { data: response }));
  }
  fail(type: 'error' | 'messageerror', message?: string): void {
    this.target.dispatchEvent(Object.assign(new Event(type, { cancelable: true }), message ? { message } : {}));
  }
}

function connect() {
  const workers: FakeWorker[] = [];
  const library = openLibrary(() => {
    workers.push(new FakeWorker());
    return workers.at(-1) as unknown as Worker;
  });
  return { library, workers };
}

/** A library whose worker runs here, and a site that serves the public folder. */
function inProcess(fetch: typeof globalThis.fetch) {
  const started = vi.fn();
  const library = openLibrary(() => {
    started();
    const target = new EventTarget();
    let ended = false;
    const jobs = createLibraryJobs((data) => {
      if (!ended) target.dispatchEvent(new MessageEvent('message', { data }));
    }, fetch);
    return {
      postMessage: (request: LibraryRequest) => queueMicrotask(() => jobs(request)),
      addEventListener: target.addEventListener.bind(target),
      terminate: () => {
        ended = true;
      },
    } as unknown as Worker;
  });
  return { library, started };
}

const publicFolder = new URL('../../public/', import.meta.url);
const site = vi.fn(async (url: string | URL | Request): Promise<Response> => {
  const path = String(url).slice(SITE.length);
  return new Response(new Uint8Array(await readFile(new URL(path, publicFolder))));
});

const thrown = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => null,
    (error: unknown) => error,
  );

describe('the same order', () => {
  it('is one request, and one data set that all share', async () => {
    const { library, workers } = connect();
    const asked = Array.from({ length: 20 }, () => library.load(order()));
    expect(workers).toHaveLength(1);
    expect(workers[0]!.requests).toEqual([{ type: 'load', id: expect.any(Number), order: order() }]);
    const answer = dataset();
    workers[0]!.respond({ type: 'dataset', id: workers[0]!.requests[0]!.id, dataset: answer });
    for (const one of await Promise.all(asked)) expect(one).toBe(answer);
    expect(await library.load(order())).toBe(answer);
    expect(workers).toHaveLength(1);
  });

  it('is one whatever the order of its parts, another with another part', async () => {
    const { library, workers } = connect();
    void library.load(order({ source: { kind: 'set', set: 'strokes', variant: '1' }, count: 5 }));
    void library.load(order({ count: 5, source: { variant: '1', set: 'strokes', kind: 'set' } }));
    expect(workers[0]!.requests).toHaveLength(1);
    void library.load(order({ source: { kind: 'set', set: 'strokes', variant: '2' }, count: 5 }));
    void library.load(order({ size: 4 }));
    void library.load(order({ transposed: true }));
    void library.load(order({ binary: 'threshold' }));
    void library.load(order({ baseUrl: 'https://example.org/' }));
    void library.load(order({ source: { kind: 'urls', urls: ['https://example.org/a'] } }));
    expect(workers[0]!.requests).toHaveLength(7);
  });

  it('of files means the same File objects', async () => {
    const { library, workers } = connect();
    const [a, twin] = [new File(['x'], 'a'), new File(['x'], 'a')];
    void library.load(order({ source: { kind: 'files', files: [a] } }));
    void library.load(order({ source: { kind: 'files', files: [a] } }));
    expect(workers[0]!.requests).toHaveLength(1);
    void library.load(order({ source: { kind: 'files', files: [twin] } }));
    expect(workers[0]!.requests).toHaveLength(2);
  });
});

describe('the worker', () => {
  it('is started on first use and ended when it has nothing left to do', async () => {
    const { library, workers } = connect();
    expect(workers).toHaveLength(0);
    const [one, two] = [library.load(strokes(1)), library.load(strokes(2))];
    const [first, second] = workers[0]!.requests;
    workers[0]!.respond({ type: 'dataset', id: first!.id, dataset: dataset('one') });
    await one;
    expect(workers[0]!.terminated).toBe(0);
    workers[0]!.respond({ type: 'dataset', id: second!.id, dataset: dataset('two') });
    await two;
    expect(workers[0]!.terminated).toBe(1);
    const three = library.load(strokes(3));
    expect(workers).toHaveLength(2);
    workers[1]!.respond({ type: 'dataset', id: workers[1]!.requests[0]!.id, dataset: dataset('three') });
    expect((await three).name).toBe('three');
  });

  it('that the browser refuses is a WorkerError, and a later load tries again', async () => {
    let refuse = true;
    const worker = new FakeWorker();
    const library = openLibrary(() => {
      if (refuse) throw new DOMException('from origin null', 'SecurityError');
      return worker as unknown as Worker;
    });
    expect(await thrown(library.load(order()))).toMatchObject({ name: 'WorkerError', cause: 'refused' });
    refuse = false;
    const again = library.load(order());
    worker.respond({ type: 'dataset', id: worker.requests[0]!.id, dataset: dataset() });
    expect((await again).name).toBe('d');
  });

  it('fails all that waits where the rest of the worker does not come, and a later load tries again', async () => {
    const { library, workers } = connect();
    const asked = [library.load(order()), library.load(strokes(1))].map(thrown);
    workers[0]!.respond({ type: 'missing', message: 'Failed to fetch' } as unknown as LibraryResponse);
    for (const error of await Promise.all(asked)) {
      expect(error).toMatchObject({ name: 'WorkerError', cause: 'missing' });
      expect((error as Error).message).toContain('Failed to fetch');
    }
    expect(workers[0]!.terminated).toBe(1);
    void thrown(library.load(order()));
    expect(workers).toHaveLength(2);
  });

  it.each([
    ['error', undefined, 'missing'],
    ['error', 'out of memory', 'crashed'],
    ['messageerror', undefined, 'crashed'],
  ] as const)(
    'that ends by itself (%s, %s) fails all that waits as %s, and a later load tries again',
    async (type, message, cause) => {
      const { library, workers } = connect();
      const asked = [library.load(order()), library.load(order()), library.load(strokes(1))].map(thrown);
      workers[0]!.fail(type, message);
      for (const error of await Promise.all(asked)) expect(error).toMatchObject({ name: 'WorkerError', cause });
      expect(workers[0]!.terminated).toBe(1);
      const again = library.load(order());
      expect(workers).toHaveLength(2);
      // What the old one still says is not heard.
      workers[0]!.fail('error');
      workers[0]!.respond({ type: 'dataset', id: workers[1]!.requests[0]!.id, dataset: dataset('old') });
      workers[1]!.respond({ type: 'dataset', id: workers[1]!.requests[0]!.id, dataset: dataset('new') });
      expect((await again).name).toBe('new');
    },
  );
});

describe('an abort', () => {
  const isAbort = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError';

  it('rejects at once, and leaves others who wait alone', async () => {
    const { library, workers } = connect();
    const controller = new AbortController();
    const left = thrown(library.load(order(), { signal: controller.signal }));
    const stays = library.load(order());
    controller.abort();
    expect(isAbort(await left)).toBe(true);
    const worker = workers[0]!;
    expect(worker.requests).toHaveLength(1);
    expect(worker.terminated).toBe(0);
    worker.respond({ type: 'dataset', id: worker.requests[0]!.id, dataset: dataset() });
    expect((await stays).name).toBe('d');
  });

  it('of the last who waits ends the reading: the worker where it was all, else the one order', async () => {
    const { library, workers } = connect();
    const [first, second] = [new AbortController(), new AbortController()];
    const asked = [
      thrown(library.load(strokes(1), { signal: first.signal })),
      thrown(library.load(strokes(2), { signal: second.signal })),
    ];
    const [id] = workers[0]!.requests.map((request) => request.id);
    first.abort();
    expect(workers[0]!.requests.at(-1)).toEqual({ type: 'cancel', id });
    expect(workers[0]!.terminated).toBe(0);
    second.abort();
    expect(workers[0]!.terminated).toBe(1);
    expect((await Promise.all(asked)).every(isAbort)).toBe(true);
  });

  it('does not disturb the same order when it is given again', async () => {
    const { library, workers } = connect();
    const controller = new AbortController();
    void library.load(strokes(9));
    const left = thrown(library.load(order(), { signal: controller.signal }));
    const gone = workers[0]!.requests[1]!.id;
    controller.abort();
    const again = library.load(order());
    const { id } = workers[0]!.requests.at(-1)!;
    workers[0]!.respond({ type: 'dataset', id: gone, dataset: dataset('late') });
    workers[0]!.respond({ type: 'dataset', id, dataset: dataset('again') });
    expect((await again).name).toBe('again');
    expect(isAbort(await left)).toBe(true);
  });

  it('before the load asks for nothing', async () => {
    const { library, workers } = connect();
    expect(isAbort(await thrown(library.load(order(), { signal: AbortSignal.abort() })))).toBe(true);
    expect(workers).toHaveLength(0);
  });

  it('after the answer changes nothing', async () => {
    const { library, workers } = connect();
    const controller = new AbortController();
    const asked = library.load(order(), { signal: controller.signal });
    void library.load(strokes(1));
    workers[0]!.respond({ type: 'dataset', id: workers[0]!.requests[0]!.id, dataset: dataset() });
    controller.abort();
    expect((await asked).name).toBe('d');
    expect(workers[0]!.requests.filter(({ type }) => type === 'cancel')).toEqual([]);
  });

  it('is what dispose does to everything', async () => {
    const { library, workers } = connect();
    const asked = thrown(library.load(order()));
    library.dispose();
    expect(isAbort(await asked)).toBe(true);
    expect(workers[0]!.terminated).toBe(1);
    expect(isAbort(await thrown(library.load(order())))).toBe(true);
    expect(workers).toHaveLength(1);
  });

  it('before the worker speaks leaves no listener for policies behind', async () => {
    const document = new EventTarget();
    vi.stubGlobal('document', document);
    const added = vi.spyOn(document, 'addEventListener');
    const removed = vi.spyOn(document, 'removeEventListener');
    const { library } = connect();
    const asked = thrown(library.load(order()));
    library.dispose();
    await asked;
    vi.unstubAllGlobals();
    expect(added.mock.calls.length).toBeGreaterThan(0);
    expect(removed.mock.calls).toEqual(added.mock.calls);
  });
});

describe('progress', () => {
  it('reaches all who wait, also those who come later', () => {
    const { library, workers } = connect();
    const [early, late] = [vi.fn(), vi.fn()];
    void library.load(order(), { onProgress: early });
    const { id } = workers[0]!.requests[0]!;
    workers[0]!.respond({ type: 'progress', id, progress: { done: 1, total: 4 } });
    void library.load(order(), { onProgress: late });
    workers[0]!.respond({ type: 'progress', id, progress: { done: 2, total: 4 } });
    const both = [[{ done: 1, total: 4 }], [{ done: 2, total: 4 }]];
    expect(early.mock.calls).toEqual(both);
    expect(late.mock.calls).toEqual(both);
  });
});

describe('the shelf', () => {
  it('keeps what was used last, up to its size', () => {
    const shelf = new LibraryShelf(100);
    // 40 bytes each, and held by nobody else.
    for (const key of ['a', 'b']) shelf.set(key, dataset(key, 10));
    expect(shelf.get('a')?.name).toBe('a');
    shelf.set('c', dataset('c', 10));
    const held = [...(shelf as unknown as { held: Map<string, Dataset> }).held.keys()];
    expect(held).toEqual(['a', 'c']);
  });

  it('finds what somebody uses, however large', () => {
    const shelf = new LibraryShelf(100);
    const large = dataset('large', 1000);
    shelf.set('large', large);
    shelf.set('small', dataset('small'));
    expect(shelf.get('large')).toBe(large);
    expect(shelf.get('other')).toBeNull();
  });
});

describe('a library with a worker that reads', () => {
  it('fetches the shipped digits once for twenty figures', async () => {
    site.mockClear();
    const { library, started } = inProcess(site as typeof fetch);
    const all = await Promise.all(Array.from({ length: 20 }, () => library.load(order())));
    expect(all[0]).toMatchObject({ name: 'uci-digits', n: 1797, width: 8, height: 8 });
    expect(new Set(all.map(({ images }) => images)).size).toBe(1);
    expect(site.mock.calls.map(([url]) => String(url)).toSorted()).toEqual([
      `${SITE}data/uci-digits.json`,
      `${SITE}data/uci-digits.png`,
    ]);
    await library.load(order());
    expect(site).toHaveBeenCalledTimes(2);
    expect(started).toHaveBeenCalledTimes(1);
  });

  it('brings images to their size and the other way round', async () => {
    const { library } = inProcess(site as typeof fetch);
    const files = [new File([idxBytes([1, 2, 3], [0, 51, 102, 153, 204, 255])], 'wide')];
    const turned = await library.load(order({ source: { kind: 'files', files }, transposed: true }));
    expect(turned).toMatchObject({ width: 2, height: 3 });
    expect([...turned.images].map((value) => Math.round(5 * value))).toEqual([0, 3, 1, 4, 2, 5]);
    const upright = await library.load(order({ source: { kind: 'files', files } }));
    expect(upright).toMatchObject({ width: 3, height: 2 });
    expect((await library.load(order({ size: 4 }))).width).toBe(4);
  });

  it('says which shipped file cannot be fetched and why, and fetches again', async () => {
    const answers: (() => Promise<Response>)[] = [
      async () => new Response('gone', { status: 404 }),
      () => Promise.reject(new TypeError('Failed to fetch')),
    ];
    const { library } = inProcess((async (url: string) => {
      const answer = String(url).endsWith('.png') ? answers.shift() : undefined;
      return answer === undefined ? site(url) : answer();
    }) as typeof fetch);
    const url = `${SITE}data/uci-digits.png`;
    for (const status of [404, 'network'] as const) {
      const error = (await thrown(library.load(order()))) as DataFailure;
      expect(error).toMatchObject({ name: 'DataError', problem: { code: 'fetch', values: { url, status } } });
      expect(error.message).toContain(url);
    }
    expect((await library.load(order())).n).toBe(1797);
  });

  it('names a file that is no data set', async () => {
    const { library } = inProcess(site as typeof fetch);
    const files = [new File([gzip(smallImages(3).subarray(0, 20))], 'torn.gz')];
    expect(await thrown(library.load(order({ source: { kind: 'files', files } })))).toMatchObject({
      name: 'DataError',
      message: expect.stringMatching(/^torn\.gz: is cut short/),
      problem: { code: 'cut-short', values: { file: 'torn.gz', bytes: 20, expected: 34 } },
    });
    expect(await thrown(library.load(order({ size: 2.5 })))).toMatchObject({ name: 'RangeError', problem: null });
  });

  it('tells of what is fetched as it comes, and ends the fetch on abort', async () => {
    const body = idxBytes([60, 8, 8], 60 * 64);
    let send: ReadableStreamDefaultController<Uint8Array> | null = null;
    let cancelled = false;
    const { library } = inProcess((async (url: string) => {
      if (url.endsWith('/never')) return new Promise<Response>(() => undefined);
      const stream = new ReadableStream<Uint8Array>({
        start: (controller) => {
          send = controller;
        },
        cancel: () => {
          cancelled = true;
        },
      });
      return new Response(stream, { headers: { 'content-length': String(body.length) } });
    }) as typeof fetch);
    const from = order({ source: { kind: 'urls', urls: ['https://example.org/digits.idx'] } });
    const seen: Progress[] = [];
    const asked = library.load(from, { onProgress: (progress) => seen.push(progress) });
    await vi.waitFor(() => expect(send).not.toBeNull(), PATIENTLY);
    send!.enqueue(body.slice(0, 2000));
    await vi.waitFor(() => expect(seen).toEqual([{ done: 2000, total: body.length }]), PATIENTLY);
    send!.enqueue(body.slice(2000));
    send!.close();
    expect((await asked).n).toBe(60);
    expect(seen.at(-1)).toEqual({ done: body.length, total: body.length });

    send = null;
    const controller = new AbortController();
    const other = order({ source: { kind: 'urls', urls: ['https://example.org/other.idx'] } });
    // Something else that is being read keeps the worker.
    void library.load(order({ source: { kind: 'urls', urls: ['https://example.org/never'] } }));
    const left = thrown(library.load(other, { signal: controller.signal }));
    await vi.waitFor(() => expect(send).not.toBeNull(), PATIENTLY);
    controller.abort();
    expect(await left).toMatchObject({ name: 'AbortError' });
    send!.enqueue(body.slice(0, 10));
    await vi.waitFor(() => expect(cancelled).toBe(true), PATIENTLY);
  });
});
