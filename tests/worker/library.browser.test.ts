/** The library with a real worker. */
import { afterEach, describe, expect, it } from 'vitest';
import { openLibrary, startLibrary } from '../../src/worker/library';
import type { DataOrder, Library, Progress } from '../../src/worker/libraryProtocol';
import { BASE_URL } from '../support/digits';

const order = (source: DataOrder['source'], rest: Partial<DataOrder> = {}): DataOrder => ({
  baseUrl: BASE_URL,
  source,
  size: 0,
  count: 0,
  transposed: false,
  binary: 'off',
  ...rest,
});

const thrown = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => null,
    (error: unknown) => error,
  );

/** IDX images of `n` × 28 × 28, a ramp along each row. */
function ramps(n: number): File {
  const bytes = new Uint8Array(16 + n * 784);
  const view = new DataView(bytes.buffer);
  [0x803, n, 28, 28].forEach((value, i) => {
    view.setUint32(4 * i, value);
  });
  for (let i = 16; i < bytes.length; i++) bytes[i] = (i - 16) % 28;
  return new File([bytes], 'ramps.idx');
}

async function gzip(file: File): Promise<File> {
  const packed = file.stream().pipeThrough(new CompressionStream('gzip'));
  return new File([await new Response(packed).arrayBuffer()], `${file.name}.gz`);
}

describe('the library worker', () => {
  let library: Library;
  afterEach(() => library.dispose());

  it('reads the shipped digits once for all who ask', async () => {
    library = startLibrary();
    const all = await Promise.all(
      Array.from({ length: 20 }, () => library.load(order({ kind: 'set', set: 'uci-digits' }))),
    );
    expect(all[0]).toMatchObject({ name: 'uci-digits', n: 1797, width: 8 });
    expect(new Set(all).size).toBe(1);
    expect(all[0]!.labels).toHaveLength(1797);
  });

  it('starts again after it has ended for lack of work', async () => {
    library = startLibrary();
    const first = await library.load(order({ kind: 'set', set: 'strokes', variant: '1' }));
    const second = await library.load(order({ kind: 'set', set: 'strokes', variant: '2' }));
    expect(first.images).not.toEqual(second.images);
  });

  it.each(['plain', 'gzip'])(
    'reads a large file (%s), tells of its progress, turns it round',
    async (kind) => {
      library = startLibrary();
      const plain = ramps(20_000);
      const file = kind === 'gzip' ? await gzip(await gzip(plain)) : plain;
      const seen: Progress[] = [];
      const source = { kind: 'files', files: [file] } as const;
      const read = await library.load(order(source, { transposed: true }), {
        onProgress: (progress) => seen.push(progress),
      });
      expect(read).toMatchObject({ n: 20_000, width: 28, height: 28 });
      for (const at of [0, 27, 28, 29, 784 * 12_345 + 30]) {
        expect(read.images[at]).toBe(Math.fround(Math.floor((at % 784) / 28) / 255));
      }
      expect(seen.at(-1)).toEqual({ done: file.size, total: file.size });
      expect(seen.length).toBeGreaterThan(kind === 'plain' ? 20 : 0);
    },
    60_000,
  );

  it('ends a reading in the middle', async () => {
    library = startLibrary();
    const controller = new AbortController();
    const source = { kind: 'files', files: [ramps(60_000)] } as const;
    const seen: Progress[] = [];
    const reading = library.load(order(source), {
      signal: controller.signal,
      onProgress(progress) {
        seen.push(progress);
        controller.abort();
      },
    });
    expect(await thrown(reading)).toMatchObject({ name: 'AbortError' });
    expect(seen).toHaveLength(1);
    expect(seen[0]!.done).toBeLessThan(seen[0]!.total / 2);
  }, 60_000);

  it('says what is wrong with a file in values that survive the way', async () => {
    library = startLibrary();
    const files = [new File(['<!DOCTYPE html><title>404</title>'], 'train-images.gz')];
    expect(await thrown(library.load(order({ kind: 'files', files })))).toMatchObject({
      name: 'DataError',
      problem: { code: 'other-format', values: { file: 'train-images.gz', format: 'html' } },
    });
    expect(await thrown(library.load(order({ kind: 'urls', urls: ['http://127.0.0.1:9/x'] })))).toMatchObject({
      problem: { code: 'fetch', values: { status: 'network' } },
    });
  });

  it('that the browser refuses, or whose script is not there, or breaks, is named so', async () => {
    const attempt = (start: () => Worker) => {
      library = openLibrary(start);
      return thrown(library.load(order({ kind: 'set', set: 'uci-digits' })));
    };
    const name = 'WorkerError';
    expect(await attempt(() => new Worker('https://example.org/worker.js'))).toMatchObject({ name, cause: 'refused' });
    const script = (text: string) => URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
    const gone = script('');
    URL.revokeObjectURL(gone);
    expect(await attempt(() => new Worker(gone))).toMatchObject({ name, cause: 'missing' });
    const broken = script('onmessage = () => { throw new Error("out of order"); };');
    expect(await attempt(() => new Worker(broken))).toMatchObject({
      name,
      cause: 'crashed',
      message: expect.stringContaining('out of order'),
    });
  });
});
