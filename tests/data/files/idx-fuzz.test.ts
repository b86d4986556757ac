import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DataError, type Dataset } from '../../../src/data/dataset';
import { readIdx } from '../../../src/data/files/idx';
import { SNIFFED, sniff } from '../../../src/data/files/sniff';
import { FORMATS } from '../../../src/data/problem';
import { concat, gzip, idxBytes, idxNumbers, smallImages } from '../../support/idx';
import { PROBLEMS } from './problems';

/**
 * Whatever the bytes, the reader answers with a data set that the file has room for, or with a DataError that opens
 * with a file's name and carries a known problem with its values.
 */
async function readsOrRefuses(...contents: readonly Uint8Array<ArrayBuffer>[]): Promise<Dataset | null> {
  const files = contents.map((bytes, i) => new File([bytes], `file-${i}`));
  const unpacked = contents.reduce((sum, bytes) => sum + bytes.length * (bytes[0] === 0x1f ? 1032 ** 3 : 1), 0);
  try {
    const read = await readIdx(files);
    expect(read.images.length).toBe(read.n * read.width * read.height);
    expect(read.images.length + (read.labels?.length ?? 0)).toBeLessThan(unpacked);
    expect(read.images.every((value) => value >= 0 && value <= 1)).toBe(true);
    if (read.labels) expect(read.labels.length).toBe(read.n);
    return read;
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    expect(error.message).toMatch(/^file-\d/);
    const { code, values } = error.problem;
    expect(Object.keys(values).toSorted()).toEqual(Object.keys(PROBLEMS[code]).toSorted());
    return null;
  }
}

const bytes = (maxLength: number) => fc.uint8Array({ maxLength }).map((array) => Uint8Array.from(array));
/** Small sizes, sizes at the limits, and any others. */
const size = fc.oneof(
  fc.integer({ min: 0, max: 5 }),
  fc.constantFrom(127, 128, 129, 65535, 65536, 2 ** 27, 2 ** 31, 2 ** 32 - 1),
  fc.integer({ min: 0, max: 2 ** 32 - 1 }),
);
const rank = fc.constantFrom(0, 1, 2, 3, 4, 5);
/** The content of a file, plain or gzipped, now and then several times over. */
const packed = (content: fc.Arbitrary<Uint8Array<ArrayBuffer>>) =>
  fc.tuple(content, fc.constantFrom(0, 0, 0, 1, 1, 1, 2, 3, 4)).map(([raw, times]) => {
    for (let i = 0; i < times; i++) raw = gzip(raw);
    return raw;
  });

/** Numbers of every type, in range and out of it. */
const numbers = fc
  .tuple(
    fc.constantFrom(...(['int8', 'int16', 'int32', 'float32', 'float64'] as const)),
    fc.constantFrom<number[]>([5], [5, 8], [5, 2, 2], [5, 1, 2, 2], [5, 2, 2, 1]),
    fc.array(
      fc.oneof(fc.constantFrom(0, 1, 0.5, 9), fc.constantFrom(-1, 255, 256, 1e9, Number.NaN, Number.NEGATIVE_INFINITY)),
      { minLength: 1, maxLength: 3 },
    ),
  )
  .map(([type, sizes, some]) => {
    const count = sizes.reduce((product, size) => product * size, 1);
    return idxNumbers(
      type,
      sizes,
      Array.from({ length: count }, (_, i) => some[i % some.length]!),
    );
  });

/** Beginnings of other formats, as text of one byte a character. */
const OTHERS = [
  '\x89PNG\r\n\x1a\n',
  '\xff\xd8\xff',
  'RIFF\0\0\0\0WEBP',
  '%PDF-',
  '\x93NUMPY\x01\0',
  'PK\x03\x04',
  '\x89HDF\r\n\x1a\n',
  'MATLAB 5.0',
  '\x80\x04\x95',
  '<!DOCTYPE html>',
  '<?xml version="1.0"?>',
  '<svg ',
  '{"a": ',
  '1,2,3\n',
  '\xff\xfe',
  'version https://git-lfs.github.com/spec/v1',
] as const;
const other = fc.tuple(fc.constantFrom(...OTHERS), bytes(100)).map(([start, rest]) =>
  concat(
    Uint8Array.from(start, (character) => character.charCodeAt(0)),
    rest,
  ),
);

/** A sound file of images or labels, packed, then damaged at a few places. */
const damaged = fc
  .tuple(
    packed(fc.oneof(fc.constantFrom(smallImages(5), smallImages(40), idxBytes([5], [0, 1, 2, 3, 4])), numbers)),
    fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 4 }),
    fc.integer({ min: 0, max: 30 }),
    bytes(12),
  )
  .map(([sound, changes, cut, extra]) => {
    const copy = sound.slice(0, Math.max(0, sound.length - cut));
    for (const [at, value] of changes) if (copy.length > 0) copy[at % copy.length] = value;
    return concat(copy, extra);
  });

// Many small readings: a busy machine is no failure.
describe('the IDX reader on any input', { timeout: 60_000 }, () => {
  it('arbitrary bytes', async () => {
    await fc.assert(
      fc.asyncProperty(packed(bytes(200)), async (content) => {
        expect(await readsOrRefuses(content)).toBeNull();
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it('headers that claim any size', async () => {
    const claim = fc
      .tuple(
        rank.chain((axes) => fc.array(size, { minLength: axes, maxLength: axes })),
        bytes(80),
      )
      .map(([sizes, body]) => idxBytes(sizes, body));
    let accepted = 0;
    await fc.assert(
      fc.asyncProperty(packed(claim), async (content) => {
        if (await readsOrRefuses(content)) accepted++;
      }),
      { seed: 2, numRuns: 600 },
    );
    expect(accepted).toBeLessThan(600);
  });

  it('headers that are right about any small size', async () => {
    const side = fc.integer({ min: 2, max: 12 });
    const sound = fc
      .tuple(fc.integer({ min: 1, max: 20 }), side, side)
      .map(([n, h, w]) => [idxBytes([n, h, w], n * h * w), idxBytes([n], n)] as const);
    await fc.assert(
      fc.asyncProperty(sound, fc.boolean(), async ([images, labels], zip) => {
        const read = await readsOrRefuses(zip ? gzip(images) : images, labels);
        expect(read?.images.length).toBe(images.length - 16);
      }),
      { seed: 3, numRuns: 100 },
    );
  });

  it('sound files with changed, missing and added bytes', async () => {
    await fc.assert(
      fc.asyncProperty(damaged, async (content) => {
        await readsOrRefuses(content);
      }),
      { seed: 4, numRuns: 800 },
    );
  });

  it('numbers of every type, in and out of range', async () => {
    let accepted = 0;
    await fc.assert(
      fc.asyncProperty(packed(numbers), async (content) => {
        if (await readsOrRefuses(content)) accepted++;
      }),
      { seed: 6, numRuns: 400 },
    );
    expect(accepted).toBeGreaterThan(20);
    expect(accepted).toBeLessThan(200);
  });

  it('the beginnings of other formats and whatever follows', async () => {
    await fc.assert(
      fc.asyncProperty(packed(other), async (content) => {
        expect(await readsOrRefuses(content)).toBeNull();
      }),
      { seed: 7, numRuns: 300 },
    );
    fc.assert(
      fc.property(fc.oneof(bytes(SNIFFED), other), (head) => {
        expect([null, ...FORMATS]).toContain(sniff(head));
      }),
      { seed: 8, numRuns: 500 },
    );
  });

  it('pairs and crowds of them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(damaged, { minLength: 1, maxLength: 3 }), async (contents) => {
        await readsOrRefuses(...contents);
      }),
      { seed: 5, numRuns: 300 },
    );
  });

  it('every truncation of a gzip file', async () => {
    const whole = gzip(smallImages(5));
    for (let length = 1; length < whole.length; length++) {
      expect(await readsOrRefuses(whole.slice(0, length))).toBeNull();
    }
    expect(await readsOrRefuses(whole)).not.toBeNull();
  });
});
