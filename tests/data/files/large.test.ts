/** A file of the size of MNIST: 60,000 images of 28 × 28, 47 MB. */
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readIdx } from '../../../src/data/files/idx';
import { loadSource } from '../../../src/data/sources';
import { createRandom } from '../../../src/math/random';
import { heldBytes, neededBytes } from '../../support/heldBytes';
import { idxBytes } from '../../support/idx';

const N = 60_000;
const SIDE = 28;
const FLOATS = 4 * N * SIDE * SIDE;

/** Noise where digits have ink, so that gzip does not make nothing of it. */
function largeFile(): Uint8Array<ArrayBuffer> {
  const random = createRandom(1, 1);
  const noise = Uint8Array.from({ length: 9973 }, () => Math.floor(256 * random.uniform()));
  const bytes = idxBytes([N, SIDE, SIDE], N * SIDE * SIDE);
  for (let at = 16; at < bytes.length; at += SIDE * SIDE) {
    const from = (at * 31) % (noise.length - 200);
    bytes.set(noise.subarray(from, from + 200), at + 200);
  }
  return bytes;
}

const plain = largeFile();
const files = {
  plain: new File([plain], 'digits'),
  gzip: new File([new Uint8Array(gzipSync(plain, { level: 1 }))], 'digits.gz'),
};

/** A file that counts what is read of it. */
function counted(file: File): { file: File; read(): number } {
  let bytes = 0;
  class Counted extends File {
    override slice(start: number, end: number): Blob {
      const slice = super.slice(start, end);
      bytes += slice.size;
      return slice;
    }
  }
  return { file: new Counted([file], file.name), read: () => bytes };
}

/** How a reading ends: the name of its error. A data set of this size is nothing to print. */
const end = (reading: Promise<unknown>): Promise<string> =>
  reading.then(
    () => 'was read',
    (error: Error) => error.name,
  );

describe.each(['plain', 'gzip'] as const)('a large file, %s', { timeout: 60_000 }, (kind) => {
  const file = files[kind];

  it('is read, telling of its progress in bytes of the file', async () => {
    const seen: { done: number; total: number }[] = [];
    const before = neededBytes();
    const read = await readIdx([file], { onProgress: (progress) => seen.push(progress) });
    expect(heldBytes() - before).toBeLessThan(2 * FLOATS);
    expect([read.n, read.width, read.height]).toEqual([N, SIDE, SIDE]);
    expect(read.images.byteLength).toBe(FLOATS);
    for (const at of [0, 12_345_678, N * SIDE * SIDE - 400]) {
      expect(read.images[at]).toBe(Math.fround(plain[16 + at]! / 255));
    }
    expect(seen.length).toBeGreaterThan(20);
    expect(seen.length).toBeLessThanOrEqual(101);
    expect(seen.every(({ total }) => total === file.size)).toBe(true);
    expect(seen.every(({ done }, i) => i === 0 || done > seen[i - 1]!.done)).toBe(true);
    expect(seen.at(-1)).toEqual({ done: file.size, total: file.size });
  });

  it('is left in the middle when a task that waited meanwhile cancels it', async () => {
    const controller = new AbortController();
    const { file: source, read } = counted(file);
    const reading = readIdx([source], {
      signal: controller.signal,
      // As a message to the worker would: in a task of its own.
      onProgress: () => setTimeout(() => controller.abort()),
    });
    expect(await end(reading)).toBe('AbortError');
    expect(read()).toBeLessThan(file.size / 2);
  });
});

it('what is brought to another size is cancelled too, and before it begins', { timeout: 60_000 }, async () => {
  const access = { baseUrl: 'https://example.org/', fetchBytes: () => Promise.reject(new Error('no network')) };
  const source = { kind: 'files', files: [files.plain], size: 8 } as const;
  const reading = loadSource(source, { ...access, signal: AbortSignal.abort() });
  expect(await end(reading)).toBe('AbortError');
  expect((await loadSource(source, access)).width).toBe(8);
});

it('small files say nothing of their progress', async () => {
  let told = 0;
  await readIdx([new File([idxBytes([1000, 28, 28], 784_000)], 'small')], { onProgress: () => told++ });
  expect(told).toBe(0);
});
