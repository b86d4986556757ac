import { constants, deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { DataError } from '../../../src/data/dataset';
import { readIdx } from '../../../src/data/files/idx';
import { MAX_PIXELS, MAX_SIDE } from '../../../src/data/files/limits';
import { heldBytes, neededBytes } from '../../support/heldBytes';
import { concat, gzip, idxBytes, smallImages } from '../../support/idx';

const file = (name: string, bytes: Uint8Array<ArrayBuffer>) => new File([bytes], name);
const images = (bytes = smallImages(4)) => file('images.gz', gzip(bytes));
const labels = (values: readonly number[] = [3, 1, 4, 255]) => file('labels', idxBytes([values.length], values));

/** The one sentence a reading is refused with. */
async function refusal(...files: File[]): Promise<string> {
  const error = await readIdx(files).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(DataError);
  return (error as DataError).message;
}

describe('reading IDX', () => {
  it('reads images and labels in either order, plain or gzip, by content and not by name', async () => {
    const inOrder = await readIdx([images(), labels()]);
    const swapped = await readIdx([file('a', gzip(idxBytes([4], [3, 1, 4, 255]))), file('images', smallImages(4))]);
    expect(inOrder).toMatchObject({ name: 'images', n: 4, width: 3, height: 2 });
    expect(inOrder.labels).toEqual(Uint8Array.of(3, 1, 4, 255));
    expect(inOrder.images[6 + 2]).toBe(Math.fround(12 / 255));
    expect(swapped).toEqual(inOrder);
  });

  it('reads images alone', async () => {
    expect((await readIdx([images()])).labels).toBeNull();
  });

  it('maps bytes 0 and 255 to exactly 0 and 1', async () => {
    const { images: values } = await readIdx([file('x', idxBytes([1, 2, 2], [0, 255, 128, 1]))]);
    expect(values).toEqual(Float32Array.of(0, 1, 128 / 255, 1 / 255));
  });

  it.each([
    [4, 1, 2, 3],
    [4, 2, 3, 1],
  ])('reads a channel axis of one: %i, %i, %i, %i', async (...sizes) => {
    const plain = await readIdx([file('x', smallImages(4))]);
    expect(await readIdx([file('x', idxBytes(sizes, smallImages(4).subarray(16)))])).toEqual(plain);
  });

  it('reads files larger than one chunk of a stream', async () => {
    const body = Uint8Array.from({ length: 300 * 28 * 28 }, (_, k) => (k * 7919) % 256);
    const read = await readIdx([file('x.gz', gzip(idxBytes([300, 28, 28], body)))]);
    expect(read.images.every((value, k) => value === Math.fround(body[k]! / 255))).toBe(true);
  });
});

describe('refusing files', () => {
  it('with another magic', async () => {
    for (const [type, rank] of [
      [8, 0],
      [8, 2],
      [8, 5],
      [10, 3],
      [13, 1],
      [0, 3],
    ] as const) {
      const bytes = idxBytes([4], 4);
      bytes[2] = type;
      bytes[3] = rank;
      const magic = `0x0000${type.toString(16).padStart(2, '0')}0${rank}`;
      expect(await refusal(images(), file('labels.gz', gzip(bytes)))).toBe(
        `labels.gz: IDX magic is ${magic}, expected 0x00000801 (labels) or 0x00000803 (images)`,
      );
    }
  });

  it('that are empty', async () => {
    expect(await refusal(file('x', new Uint8Array()))).toMatch(/^x: is empty, expected an IDX file/);
    expect(await refusal(file('x.gz', gzip(new Uint8Array())))).toMatch(/^x\.gz: ends after 0 bytes, expected/);
  });

  it('cut short in the header', async () => {
    const bytes = smallImages(4).slice(0, 9);
    expect(await refusal(file('x', bytes))).toBe('x: ends after 9 bytes, expected an IDX header of 16 bytes');
    expect(await refusal(file('x', gzip(bytes)))).toBe('x: ends after 9 bytes, expected an IDX header of 16 bytes');
  });

  it('cut short in the images', async () => {
    const bytes = smallImages(4).slice(0, -1);
    expect(await refusal(file('x', bytes))).toBe(
      'x: is cut short at 39 bytes, expected 40 (4 images of 3×2 after 16 bytes of header)',
    );
    expect(await refusal(file('x', gzip(bytes)))).toBe('x: is cut short at 39 bytes, expected 40 (4 images of 3×2)');
  });

  it('with something after the images', async () => {
    const bytes = concat(smallImages(4), Uint8Array.of(0));
    expect(await refusal(file('x', bytes))).toMatch(/^x: is longer than its header claims, 41 bytes, expected 40/);
    expect(await refusal(file('x', gzip(bytes)))).toBe(
      'x: holds more than 40 bytes, expected 4 images of 3×2 and nothing after',
    );
  });

  it('with something after the gzip data', async () => {
    for (const after of [Uint8Array.of(0), Uint8Array.of(1, 2, 3, 4)]) {
      expect(await refusal(file('x.gz', concat(gzip(smallImages(4)), after)))).toBe(
        'x.gz: something follows the end of its gzip data, expected nothing or more gzip data',
      );
    }
    expect(await refusal(file('x.gz', concat(gzip(smallImages(4)), gzip(smallImages(1)))))).toBe(
      'x.gz: holds more than 40 bytes, expected 4 images of 3×2 and nothing after',
    );
  });

  it('of corrupt or truncated gzip', async () => {
    const whole = gzip(smallImages(40));
    const flipped = whole.slice();
    flipped[30]! ^= 0xff;
    expect(await refusal(file('x.gz', flipped))).toMatch(/^x\.gz: gzip data is corrupt or cut short \(.+\), expected/);
    expect(await refusal(file('x.gz', whole.slice(0, -9)))).toMatch(/^x\.gz: gzip data is corrupt or cut short/);
  });

  it('with another number of labels than images', async () => {
    expect(await refusal(labels([1, 2, 3]), images())).toBe(
      'labels: 3 labels, expected 4, one for each image of images.gz',
    );
  });

  it('without images, or without a pixel', async () => {
    expect(await refusal(file('x', idxBytes([0, 28, 28], 0)))).toBe('x: header says 0 images, expected at least 1');
    expect(await refusal(file('x', idxBytes([4, 28, 0], 0)))).toBe('x: image width is 0 pixels, expected 2 to 128');
    expect(await refusal(file('x', idxBytes([4, 1, 28], 112)))).toBe('x: image height is 1 pixels, expected 2 to 128');
  });

  it('with images that are too large or coloured', async () => {
    const side = MAX_SIDE + 1;
    expect(await refusal(file('x', idxBytes([1, 28, side], 28 * side)))).toBe(
      'x: image width is 129 pixels, expected 2 to 128',
    );
    expect(await refusal(file('x', idxBytes([1, 3, 8, 8], 192)))).toBe('x: images are 3×8×8, expected one channel');
  });

  it('that claim 4 GB', async () => {
    const claim = idxBytes([2 ** 32 - 1, 28, 28], 1000);
    for (const bytes of [claim, gzip(claim)]) {
      expect(await refusal(file('x', bytes))).toBe(
        'x: header claims 4294967295 images of 28×28, 3367254359280 numbers in all, expected at most 134217728',
      );
    }
    expect(await refusal(file('x', idxBytes([2 ** 32 - 1], 10)), images())).toMatch(
      /^x: header claims 4294967295 labels/,
    );
  });

  it('whose gzip cannot hold what the header claims', async () => {
    const bytes = gzip(idxBytes([100_000, 32, 32], 0));
    expect(100_000 * 1024).toBeLessThan(MAX_PIXELS);
    expect(await refusal(file('x.gz', bytes))).toMatch(
      /^x\.gz: header claims 100000 images of 32×32, 102400016 bytes in all, expected at most \d+ from \d+ bytes of gzip$/,
    );
  });

  it('that do not make a pair', async () => {
    const two = file('b', smallImages(4));
    expect(await refusal(images(), two)).toMatch(/^images\.gz, b: both hold images, expected/);
    expect(await refusal(labels(), labels())).toMatch(/^labels, labels: only labels/);
    expect(await refusal(labels())).toMatch(/^labels: only labels .* expected a file of images/);
    expect(await refusal(images(), labels(), two)).toMatch(/^images\.gz, labels, b: 3 files, expected/);
    expect(await refusal()).toMatch(/^No file was given, expected/);
  });

  it('that have gone since they were chosen', async () => {
    class Gone extends File {
      override slice(): Blob {
        return Object.assign(new Blob(), { arrayBuffer: () => Promise.reject(new Error('The file has moved')) });
      }
    }
    expect(await refusal(new Gone([smallImages(4)], 'x'))).toBe('x: cannot be read (The file has moved)');
  });
});

describe('a decompression bomb', () => {
  it('is left as soon as it unpacks to more than its header promises', async () => {
    // 3 GB of zeros in 3 MB of gzip, made of one flushed megabyte over and over.
    const flushed = { finishFlush: constants.Z_SYNC_FLUSH };
    const megabyte = deflateRawSync(new Uint8Array(2 ** 20), flushed);
    const bomb = new File(
      [
        Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255),
        new Uint8Array(deflateRawSync(idxBytes([4, 28, 28], 0), flushed)),
        ...Array.from({ length: 3000 }, () => new Uint8Array(megabyte)),
      ],
      'bomb.gz',
    );
    expect(bomb.size).toBeGreaterThan(3_000_000);
    const before = neededBytes();
    expect(await refusal(bomb)).toBe(
      'bomb.gz: holds more than 3152 bytes, expected 4 images of 28×28 and nothing after',
    );
    expect(heldBytes() - before).toBeLessThan(bomb.size + 32 * 2 ** 20);
  });
});
