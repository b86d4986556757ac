import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DataError, type Dataset } from '../../src/data/dataset';
import { readIdx } from '../../src/data/idx';
import { concat, gzip, idxBytes, smallImages } from '../support/idx';

/**
 * Whatever the bytes, the reader answers with a data set that the file has room for, or with a DataError that opens
 * with a file's name.
 */
async function readsOrRefuses(...contents: readonly Uint8Array<ArrayBuffer>[]): Promise<Dataset | null> {
  const files = contents.map((bytes, i) => new File([bytes], `file-${i}`));
  const unpacked = contents.reduce((sum, bytes) => sum + bytes.length * (bytes[0] === 0x1f ? 1032 : 1), 0);
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
/** The content of a file, plain or gzip. */
const packed = (content: fc.Arbitrary<Uint8Array<ArrayBuffer>>) =>
  fc.tuple(content, fc.boolean()).map(([raw, zip]) => (zip ? gzip(raw) : raw));

/** A sound file of images or labels, packed, then damaged at a few places. */
const damaged = fc
  .tuple(
    packed(fc.constantFrom(smallImages(5), smallImages(40), idxBytes([5], [0, 1, 2, 3, 4]))),
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
