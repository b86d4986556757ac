/** IDX files besides the plain bytes of MNIST: QMNIST's labels, EMNIST's images, other numbers, gzip in gzip. */
import { describe, expect, it } from 'vitest';
import { DataError } from '../../../src/data/dataset';
import { MAX_GZIP_LAYERS } from '../../../src/data/files/bytes';
import { readIdx } from '../../../src/data/files/idx';
import { resample } from '../../../src/data/resample';
import { transpose } from '../../../src/data/transpose';
import { heldBytes, neededBytes } from '../../support/heldBytes';
import { gzip, idxBytes, idxNumbers, smallImages } from '../../support/idx';

const file = (name: string, bytes: Uint8Array<ArrayBuffer>) => new File([bytes], name);

async function refused(...files: File[]): Promise<DataError> {
  const error = await readIdx(files).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(DataError);
  return error as DataError;
}

/** Rows of eight as QMNIST writes them: class, series, writer, … */
const qmnist = (classes: readonly number[]) =>
  idxNumbers(
    'int32',
    [classes.length, 8],
    classes.flatMap((value, i) => [value, 4, 100000 + i, -1, i, 0, 0, 0]),
  );

describe('labels', () => {
  it.each([false, true])('of QMNIST: the first of eight numbers of four bytes, gzipped %s', async (zip) => {
    const bytes = qmnist([7, 0, 255, 3]);
    const read = await readIdx([file('labels', zip ? gzip(bytes) : bytes), file('images', smallImages(4))]);
    expect(read.labels).toEqual(Uint8Array.of(7, 0, 255, 3));
  });

  it.each(['int8', 'int16', 'int32'] as const)('of one %s each', async (type) => {
    const read = await readIdx([file('l', idxNumbers(type, [4], [7, 0, 127, 3])), file('images', smallImages(4))]);
    expect(read.labels).toEqual(Uint8Array.of(7, 0, 127, 3));
  });

  it('of 256 classes, and of one', async () => {
    const every = Array.from({ length: 256 }, (_, i) => 255 - i);
    expect((await readIdx([file('i', smallImages(256)), file('l', idxBytes([256], every))])).labels).toEqual(
      Uint8Array.from(every),
    );
    expect((await readIdx([file('i', smallImages(2)), file('l', idxBytes([2], [9, 9]))])).labels).toEqual(
      Uint8Array.of(9, 9),
    );
  });

  it.each([-1, 256, 70000])('that are no class number, %i, are refused', async (value) => {
    const error = await refused(file('l', qmnist([1, 2, value, 3])), file('i', smallImages(4)));
    expect(error.message).toBe(`l: label of image 2 is ${value}, expected 0 to 255`);
    expect(error.problem).toEqual({ code: 'label-range', values: { file: 'l', index: 2, value, largest: 255 } });
  });

  it('are counted by rows, not by numbers', async () => {
    const error = await refused(file('l', qmnist([1, 2, 3])), file('i', smallImages(4)));
    expect(error.problem).toEqual({ code: 'label-count', values: { file: 'l', count: 3, expected: 4, images: 'i' } });
    expect((await refused(file('l', idxNumbers('int32', [4, 0], [])), file('i', smallImages(4)))).problem.code).toBe(
      'no-labels',
    );
  });

  it('are followed across the chunks of a stream', async () => {
    const n = 30_000;
    const classes = Array.from({ length: n }, (_, i) => (i * 31) % 62);
    const labels = file('l', gzip(qmnist(classes)));
    const images = file('i', idxBytes([n, 2, 2], 4 * n));
    expect((await readIdx([labels, images])).labels).toEqual(Uint8Array.from(classes));
  });
});

describe('images', () => {
  const values = [0, 51, 102, 153, 204, 255];
  const intensities = Float32Array.from(values, (value) => value / 255);

  it.each(['int16', 'int32'] as const)('of %s, 0 to 255', async (type) => {
    const read = await readIdx([file('i', idxNumbers(type, [1, 2, 3], values))]);
    expect(read.images).toEqual(intensities);
  });

  it.each(['float32', 'float64'] as const)('of %s, 0 to 1', async (type) => {
    const read = await readIdx([file('i', gzip(idxNumbers(type, [1, 2, 3], [...intensities])))]);
    expect(read.images).toEqual(intensities);
  });

  it('of numbers that begin in one chunk and end in the next', async () => {
    const n = 20_000;
    const body = Array.from({ length: n * 4 }, (_, i) => ((i * 7919) % 1000) / 999);
    const read = await readIdx([file('i', gzip(idxNumbers('float64', [n, 2, 2], body)))]);
    expect(read.images).toEqual(Float32Array.from(body));
  });

  it.each([
    ['int16', 256, 255],
    ['int32', -1, 255],
    ['int8', -128, 255],
    ['float32', 1.5, 1],
    ['float64', Number.NaN, 1],
    ['float64', Number.POSITIVE_INFINITY, 1],
  ] as const)('of %s with %d are refused', async (type, value, largest) => {
    const error = await refused(file('i', idxNumbers(type, [1, 2, 2], [0, 0, value, 0])));
    expect(error.message).toBe(`i: a pixel is ${value}, expected 0 to ${largest}`);
    expect(error.problem).toEqual({ code: 'pixel-range', values: { file: 'i', value: String(value), largest } });
  });

  it('of wider numbers are measured in bytes', async () => {
    const whole = idxNumbers('int32', [2, 2, 2], [0, 1, 2, 3, 4, 5, 6, 7]);
    expect((await refused(file('i', whole.slice(0, -1)))).problem).toEqual({
      code: 'cut-short',
      values: { file: 'i', bytes: 47, expected: 48 },
    });
    expect((await refused(file('i', gzip(whole.slice(0, -1))))).problem.code).toBe('cut-short');
  });
});

describe('transposed images', () => {
  const original = async () => readIdx([file('i', smallImages(3)), file('l', idxBytes([3], [1, 2, 3]))]);

  it('have rows and columns exchanged', async () => {
    const plain = await original();
    const turned = transpose(await original());
    expect(turned).toMatchObject({ n: 3, width: plain.height, height: plain.width, labels: plain.labels });
    for (let i = 0; i < 3; i++) {
      for (let y = 0; y < 2; y++) {
        for (let x = 0; x < 3; x++) expect(turned.images[i * 6 + x * 2 + y]).toBe(plain.images[i * 6 + y * 3 + x]);
      }
    }
    expect(transpose(turned)).toEqual(plain);
  });

  it('are exchanged in place where they are square', async () => {
    const square = await readIdx([
      file(
        'i',
        idxBytes(
          [2, 3, 3],
          Array.from({ length: 18 }, (_, i) => i),
        ),
      ),
    ]);
    const turned = transpose(square);
    expect(turned.images).toBe(square.images);
    expect([...turned.images.slice(9)].map((value) => Math.round(255 * value))).toEqual([
      9, 12, 15, 10, 13, 16, 11, 14, 17,
    ]);
  });

  it('may be averaged before or after', async () => {
    const bytes = idxBytes(
      [2, 5, 7],
      Array.from({ length: 70 }, (_, i) => (i * 37) % 256),
    );
    const read = () => readIdx([file('i', bytes)]);
    const before = transpose(resample(await read(), 3));
    const after = resample(transpose(await read()), 3);
    before.images.forEach((value, i) => {
      expect(value).toBeCloseTo(after.images[i]!, 6);
    });
  });
});

describe('gzip in gzip', () => {
  const packed = (times: number) =>
    Array.from({ length: times }).reduce((bytes: Uint8Array<ArrayBuffer>) => gzip(bytes), smallImages(40));

  it.each([0, 1, 2, 3])('%i times over is read', async (times) => {
    const read = await readIdx([file('digits.idx.gz.gz', packed(times))]);
    expect(read).toMatchObject({
      name: 'digits.idx',
      n: 40,
      images: (await readIdx([file('i', smallImages(40))])).images,
    });
  });

  it('more often than that is not', async () => {
    const error = await refused(file('x', packed(MAX_GZIP_LAYERS + 1)));
    expect(error.problem).toEqual({ code: 'gzip-deep', values: { file: 'x', layers: MAX_GZIP_LAYERS } });
  });

  it('is checked to its end in every layer', async () => {
    const inner = Uint8Array.from([...gzip(smallImages(40)), 1, 2, 3, 4]);
    expect((await refused(file('x', gzip(inner)))).problem.code).toMatch(/^gzip-(trailing|damaged)$/);
    expect((await refused(file('x', gzip(gzip(smallImages(40)).slice(0, -9))))).problem.code).toBe('gzip-damaged');
  });

  it('that blows up is left as soon as it unpacks to more than its header promises', async () => {
    // 134 MB of zeros in less than a thousandth of it.
    const bomb = file('bomb', gzip(gzip(idxBytes([4, 28, 28], 2 ** 27))));
    expect(bomb.size).toBeLessThan(2 ** 27 / 1000);
    const before = neededBytes();
    expect((await refused(bomb)).problem).toEqual({ code: 'too-long', values: { file: 'bomb', expected: 3152 } });
    expect(heldBytes() - before).toBeLessThan(64 * 2 ** 20);
  });
});

describe('more files than two', () => {
  it('are told by what they hold', async () => {
    const { problem, message } = await refused(
      file('train', smallImages(4)),
      file('train-labels', qmnist([1, 2, 3, 4])),
      file('test.gz', gzip(smallImages(2))),
      file('readme', new Uint8Array([65, 66])),
    );
    expect(problem).toEqual({
      code: 'many-files',
      values: { count: 4, images: 'train, test.gz', labels: 'train-labels', others: 'readme' },
    });
    expect(message).toMatch(/^train, train-labels, test\.gz, readme: 4 files, expected/);
  });

  it('are not all opened where they are a crowd', async () => {
    const files = Array.from({ length: 500 }, (_, i) => file(`f${i}`, smallImages(1)));
    const { problem } = await refused(...files);
    expect(problem.values).toMatchObject({ count: 500, others: '…' });
  });
});
