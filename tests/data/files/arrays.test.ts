/** Arrays of NumPy and of safetensors. The files are what NumPy wrote, by tests/fixtures/files.py. */
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Reading } from '../../../src/data/files/reading';
import { readOwn } from '../../../src/data/files/readOwn';
import { heldBytes, neededBytes } from '../../support/heldBytes';
import { gzip } from '../../support/idx';
import { imagesOf, readsOwn, refusalOf, WRITTEN, written } from '../../support/ownFiles';

const [N, H, W] = [3, 4, 5];
/** Pixel k of all of them. */
const numbers = Array.from({ length: N * H * W }, (_, k) => 4 * k + 1);
const bytes = numbers.map((value) => Math.fround(value / 255));
const exact = (values: readonly number[]) => values.map((value) => Math.fround(value));
const file = (content: Uint8Array<ArrayBuffer>) => new File([content], 'file');

/** A .npy file of version 1 with any header. */
function npy(header: string, body: Uint8Array | number = 0): File {
  const text = new TextEncoder().encode(header);
  const prefix = Uint8Array.of(0x93, ...new TextEncoder().encode('NUMPY'), 1, 0, text.length & 255, text.length >> 8);
  return new File([prefix, text, typeof body === 'number' ? new Uint8Array(body) : new Uint8Array(body)], 'file');
}

describe('an array of NumPy', () => {
  const types = [...WRITTEN.keys()].filter((name) => /^[uif]\d[<>][CF]\.npy$/.test(name));

  it('has been written in every type, byte order and layout', () => {
    expect(types).toHaveLength(11 * 2 * 2);
  });

  it.each(types)('%s', async (name) => {
    const { dataset, found } = await readsOwn(written(name));
    expect(dataset).toMatchObject({ name: 'file', n: N, height: H, width: W, labels: null });
    const signed = name.startsWith('i');
    const expected = name.startsWith('f')
      ? numbers.map((value) => value / 256)
      : signed
        ? numbers.map((value) => (value - 1) / 236)
        : bytes;
    expect([...dataset.images]).toEqual(exact(expected));
    const range = name.startsWith('f') ? [1 / 256, 237 / 256] : signed ? [-119, 117] : [1, 237];
    expect(found).toMatchObject({ format: 'npy', range, shapes: [], channels: 1, columns: [] });
    expect(found.reading).toEqual({
      sides: [W, H],
      channel: 0,
      labelColumn: null,
      hasHeader: false,
      inverted: false,
      stretched: signed,
    });
  });

  it('of booleans', async () => {
    expect(await imagesOf(written('bool.npy'))).toEqual(numbers.map((value) => Number(value % 3 === 0)));
  });

  it.each(['version2.npy', 'version3.npy'])('%s', async (name) => {
    expect(await imagesOf(written(name))).toEqual(bytes);
  });

  it('in gzip', async () => {
    expect(await imagesOf(file(gzip(WRITTEN.get('f8>F.npy')!)))).toEqual(exact(numbers.map((value) => value / 256)));
  });

  it.each(['n-c-h-w.npy', 'n-h-w-c.npy', 'n-h-w-c-fortran.npy'])('with channels: %s', async (name) => {
    const mean = await readOwn([written(name)], { stretched: false });
    expect(mean.found).toMatchObject({ channels: 3, reading: { channel: 'mean' } });
    mean.found.range.forEach((value, end) => void expect(value).toBeCloseTo([60, 119][end]!, 4));
    mean.dataset.images.forEach((value, k) => void expect(value).toBeCloseTo((k + 60) / 255, 6));
    for (const channel of [0, 1, 2]) {
      const own = await readOwn([written(name)], { channel, stretched: false });
      expect([...own.dataset.images]).toEqual(exact(numbers.map((_, k) => (k + 60 * channel) / 255)));
      expect(own.found).toMatchObject({ reading: { channel }, range: [60 * channel, 60 * channel + 59] });
    }
    const { problem } = await refusalOf([written(name)], { channel: 3 });
    expect(problem).toEqual({ code: 'channel', values: { file: 'file', channel: 3, count: 3 } });
  });

  it.each([
    ['first', '(1, 2, 3, 3)', (pixel: number, channel: number) => 9 * channel + pixel],
    ['last', '(1, 3, 3, 2)', (pixel: number, channel: number) => 2 * pixel + channel],
  ])('is judged by the channel that is taken, or by the mean: channels %s', async (_, shape, placeOf) => {
    const fractions = Array.from({ length: 9 }, (_, pixel) => pixel / 8);
    const values = new Float32Array(18);
    fractions.forEach((value, pixel) => {
      values[placeOf(pixel, 0)] = value;
      values[placeOf(pixel, 1)] = 1000 * value;
    });
    const two = (reading: Reading) => {
      const header = `{'descr': '<f4', 'fortran_order': False, 'shape': ${shape}, }`;
      return readOwn([npy(header, new Uint8Array(values.buffer))], reading);
    };
    const faint = await two({ channel: 0 });
    expect([...faint.dataset.images]).toEqual(fractions);
    expect(faint.found).toMatchObject({ range: [0, 1], reading: { stretched: false } });
    const strong = await two({ channel: 1 });
    expect([...strong.dataset.images]).toEqual(fractions);
    expect(strong.found).toMatchObject({ range: [0, 1000], reading: { stretched: true } });
    // The largest mean is 500.5, and becomes 1.
    const mean = await two({});
    mean.dataset.images.forEach((value, pixel) => void expect(value).toBeCloseTo(fractions[pixel]!, 6));
    expect(mean.found).toMatchObject({ range: [0, 500.5], reading: { channel: 'mean', stretched: true } });
    // What is no number elsewhere is none of the channel's.
    values[placeOf(4, 1)] = Number.NaN;
    expect([...(await two({ channel: 0 })).dataset.images]).toEqual(fractions);
    await expect(two({})).rejects.toThrow('file: a pixel is NaN');
  });

  it('with one channel', async () => {
    expect(await imagesOf(written('n-h-w-1.npy'))).toEqual(bytes);
  });

  it.each(['n-d.npy', 'n-d-fortran.npy'])(
    'of rows, which have the sides that are likeliest, or stated: %s',
    async (name) => {
      const { dataset, found } = await readsOwn(written(name));
      expect(dataset).toMatchObject({ n: N, width: 4, height: 5 });
      expect([...dataset.images]).toEqual(bytes);
      expect(found.shapes).toEqual([
        [4, 5],
        [5, 4],
        [2, 10],
        [10, 2],
      ]);
      const wide = await readOwn([written(name)], { sides: [10, 2] });
      expect(wide.dataset).toMatchObject({ n: N, width: 10, height: 2 });
      expect([...wide.dataset.images]).toEqual(bytes);
      expect(wide.found.shapes[0]).toEqual([10, 2]);
      expect((await refusalOf([written(name)], { sides: [3, 7] })).problem).toEqual({
        code: 'sides',
        values: { file: 'file', width: 3, height: 7, count: 20 },
      });
    },
  );

  it('has labels in a file of their own, in either order', async () => {
    for (const order of [
      ['u1<C.npy', 'labels.npy'],
      ['labels.npy', 'u1<C.npy'],
    ]) {
      const { dataset } = await readsOwn(...order.map((name) => written(name, name)));
      expect(dataset).toMatchObject({ name: 'u1<C.npy', labels: Uint8Array.of(7, 0, 255) });
    }
  });
});

describe('numbers become intensities', () => {
  const of = (type: string, values: ArrayBufferView & { length: number }) =>
    npy(
      `{'descr': '${type}', 'fortran_order': False, 'shape': (1, 2, ${values.length / 2}), }`,
      new Uint8Array(values.buffer as ArrayBuffer),
    );

  it.each([
    ['whole floats within a byte', '<f4', Float32Array.of(0, 51, 102, 255), [0, 0.2, 0.4, 1], false],
    ['fractions of larger numbers', '<f4', Float32Array.of(0, 0.5, 1.5, 2), [0, 0.25, 0.75, 1], true],
    ['fractions below 0', '<f4', Float32Array.of(-1, 0, 0.5, 1), [0, 0.5, 0.75, 1], true],
    ['few levels of a byte', '|u1', Uint8Array.of(0, 4, 8, 16), [0, 0.25, 0.5, 1], true],
    ['most levels of a byte', '|u1', Uint8Array.of(0, 51, 102, 153), [0, 0.2, 0.4, 0.6], false],
    ['whole numbers beyond a byte', '<u2', Uint16Array.of(0, 16384, 32768, 65536 / 2), [0, 0.5, 1, 1], true],
    ['one number alone', '<f8', Float64Array.of(7, 7, 7, 7), [0, 0, 0, 0], true],
  ] as const)('%s', async (_, type, values, expected, stretched) => {
    const { dataset, found } = await readsOwn(of(type, values));
    expect([...dataset.images]).toEqual(exact(expected));
    expect(found.reading.stretched).toBe(stretched);
    const dark = await readOwn([of(type, values)], { inverted: true });
    dark.dataset.images.forEach((value, k) => void expect(value).toBeCloseTo(1 - expected[k]!, 6));
  });

  it('as the reader says', async () => {
    const levels = of('|u1', Uint8Array.of(10, 15, 20, 30));
    expect(await imagesOf(levels, { stretched: true })).toEqual([0, 0.25, 0.5, 1]);
    expect(await imagesOf(levels, { stretched: false })).toEqual(exact([10 / 255, 15 / 255, 20 / 255, 30 / 255]));
    // What is then outside of 0 … 1 is cut off.
    const outside = of('<f4', Float32Array.of(-1, 0, 0.5, 1));
    expect(await imagesOf(outside, { stretched: false })).toEqual([0, 0, 0.5, 1]);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, -1e300])('but not %d', async (value) => {
    const { problem } = await refusalOf([of('<f8', Float64Array.of(0, 0, value, 1))]);
    expect(problem).toEqual({ code: 'not-finite', values: { file: 'file', value: String(value) } });
  });
});

describe('several arrays in a file', () => {
  it.each(['stored.npz', 'deflated.npz', 'images.safetensors'])(
    '%s: images and labels by their names',
    async (name) => {
      const { dataset, found } = await readsOwn(written(name));
      expect(dataset).toMatchObject({ n: N, width: W, height: H, labels: Uint8Array.of(7, 0, 255) });
      expect([...dataset.images]).toEqual(bytes);
      expect(found.format).toBe(name.endsWith('npz') ? 'npz' : 'safetensors');
    },
  );

  it('in parts: those of the training', async () => {
    const { dataset } = await readsOwn(written('parts.npz'));
    expect(dataset).toMatchObject({ n: 3, labels: Uint8Array.of(3, 4, 5) });
    expect([...dataset.images]).toEqual(bytes);
  });

  it('in gzip', async () => {
    const { dataset } = await readsOwn(file(gzip(WRITTEN.get('deflated.npz')!)));
    expect([...dataset.images]).toEqual(bytes);
  });

  describe('with labels in rows', () => {
    const labelled = async (width: number, labels: readonly number[]) => {
      const of = async (shape: string, content: Uint8Array) => {
        const header = `{'descr': '|u1', 'fortran_order': False, 'shape': (${shape}), }`;
        return new Uint8Array(await npy(header, content).arrayBuffer());
      };
      const x = await of(
        '3, 2, 2',
        Uint8Array.from({ length: 12 }, (_, k) => 20 * k),
      );
      const y = await of(`3, ${width}`, Uint8Array.from(labels));
      return file(new Uint8Array(zipSync({ 'x.npy': x, 'y.npy': y })));
    };

    it('which have a single 1 each, at the class', async () => {
      const { dataset } = await readsOwn(await labelled(4, [0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0, 1]));
      expect(dataset.labels).toEqual(Uint8Array.of(2, 0, 3));
    });

    it.each([
      ['two in a row', 2, [1, 0, 1, 1, 0, 1]],
      ['none in the last', 2, [1, 0, 0, 1, 0, 0]],
      ['a 1 too late for its row', 2, [1, 0, 0, 0, 1, 1]],
      ['other numbers', 2, [1, 0, 0, 2, 0, 1]],
      ['nothing at all', 0, []],
    ])('but not with %s', async (_, width, labels) => {
      expect((await refusalOf([await labelled(width, labels)])).problem).toEqual({
        code: 'array-shape',
        values: { file: 'file/y.npy', shape: `3×${width}` },
      });
    });
  });

  it('take labels that are given with them before their own', async () => {
    const { dataset } = await readsOwn(written('parts.npz'), written('labels.npy', 'other'));
    expect(dataset.labels).toEqual(Uint8Array.of(7, 0, 255));
  });
});

describe('an array is refused', () => {
  it.each([
    ['text.npy', 'number-type', { file: 'file', type: '<U2' }],
    ['complex.npy', 'number-type', { file: 'file', type: '<c16' }],
    ['structure.npy', 'number-type', { file: 'file', type: 'structure' }],
    ['object.npy', 'number-type', { file: 'file', type: '|O' }],
    ['scalar.npy', 'array-shape', { file: 'file', shape: '()' }],
    ['empty.npy', 'no-images', { file: 'file' }],
    ['labels.npy', 'array-shape', { file: 'file', shape: '3' }],
  ])('%s', async (name, code, values) => {
    expect((await refusalOf([written(name)])).problem).toEqual({ code, values });
  });

  const header = (shape: string, rest = "'descr': '|u1', 'fortran_order': False, ") => `{${rest}'shape': ${shape}, }`;

  it.each([
    ['a shape of other axes', header('(2, 2, 2, 2, 2)'), 32, 'array-shape'],
    ['no field of the shape', "{'descr': '|u1', 'fortran_order': False}", 4, 'npy-header'],
    ['a shape below 0', header('(-1, 2, 2)'), 4, 'npy-header'],
    ['a call', "__import__('os')", 4, 'npy-header'],
    ['brackets that do not close', '{'.repeat(60), 4, 'npy-header'],
    ['text after the end', `${header('(1, 2, 2)')} 3`, 4, 'npy-header'],
    ['images that are too large', header('(1, 2, 129)'), 258, 'image-size'],
    ['rows that are no image', header('(2, 127)'), 254, 'row-shape'],
    ['too few bytes', header('(1, 2, 2)'), 3, 'cut-short'],
    ['too many bytes', header('(1, 2, 2)'), 5, 'too-long'],
    ['10¹² pixels', header('(1000000, 1000, 1000)'), 5, 'file-size'],
    ['more numbers than there are', header('(9007199254740991, 9007199254740991)'), 5, 'file-size'],
  ])('for %s', async (_, text, body, code) => {
    expect((await refusalOf([npy(text, body)])).problem.code).toBe(code);
  });

  it('for a promise that gzip cannot keep, before memory is taken', async () => {
    const promised = new Uint8Array(await npy(header('(1000000, 28, 28)'), 5).arrayBuffer());
    const before = neededBytes();
    for (const packed of [gzip(promised), gzip(gzip(promised))]) {
      const { problem } = await refusalOf([file(packed)]);
      expect(problem).toEqual({
        code: 'gzip-small',
        values: { file: 'file', claimed: promised.length - 5 + 784e6, bytes: packed.length },
      });
    }
    expect(heldBytes() - before).toBeLessThan(2 ** 24);
  });

  it('for labels that are not as many as the images', async () => {
    const { problem } = await refusalOf([written('n-d.npy', 'images'), npy(header('(4,)'), 4)]);
    expect(problem).toEqual({ code: 'label-count', values: { file: 'file', count: 4, expected: 3, images: 'images' } });
  });

  it('beside another', async () => {
    const { problem } = await refusalOf([written('n-d.npy', 'a'), written('u1<C.npy', 'b')]);
    expect(problem).toEqual({ code: 'different-files', values: { files: 'a, b' } });
  });

  it('as safetensors that are damaged', async () => {
    const sound = WRITTEN.get('images.safetensors')!;
    expect((await refusalOf([file(sound.slice(0, -1))])).problem).toEqual({
      code: 'safetensors',
      values: { file: 'file' },
    });
  });
});
