import { describe, expect, it } from 'vitest';
import { SHAPES } from '../../../src/data/sets/outlines';
import { factorsNamed, generateShapes, SHAPE_FACTORS } from '../../../src/data/sets/shapes';
import { loadSource } from '../../../src/data/sources';
import { expectClose } from '../../support/close';
import { publicFiles } from '../../support/publicFiles';
import { apart, factorOf, inkAngle, inkMoments } from './ink';

const plain = ['shape', 'size', 'angle', 'x', 'y'] as const;
const mean = (values: ArrayLike<number>): number =>
  Array.from(values).reduce((sum, value) => sum + value / values.length, 0);

function correlation(a: Float32Array, b: Float32Array): number {
  const [ma, mb] = [mean(a), mean(b)];
  const over = (u: Float32Array, mu: number, v: Float32Array, mv: number): number =>
    mean(u.map((value, i) => (value - mu) * (v[i]! - mv)));
  return over(a, ma, b, mb) / Math.sqrt(over(a, ma, a, ma) * over(b, mb, b, mb));
}

describe('sprites with known factors', () => {
  it('are 2,000 of 16×16 with shape, size and place unless told otherwise', () => {
    const shapes = generateShapes();
    expect(shapes).toMatchObject({ name: 'shapes', n: 2000, width: 16, height: 16, classNames: SHAPES });
    expect(shapes.factors!.map(({ name }) => name)).toEqual(['size', 'x', 'y']);
    expect(shapes.images).toHaveLength(2000 * 256);
    expect(shapes.images.every((value) => value >= 0 && value <= 1)).toBe(true);
    expect(shapes.images.some((value) => value === 1)).toBe(true);
  });

  it.each([8, 12, 16, 20, 24, 28, 32, 33])(
    'have the ink that their size says, wherever they are: %i pixels',
    (size) => {
      const shapes = generateShapes({ count: 300, size, factors: plain });
      const sizes = factorOf(shapes, 'size');
      for (let i = 0; i < shapes.n; i++)
        expectClose(inkMoments(shapes, i).mean, sizes[i]! ** 2, { rel: 1e-5 }, `image ${i}`);
    },
  );

  it('lie with their centre of mass at x and y, and as turned as their angle says', () => {
    const shapes = generateShapes({ count: 200, size: 64, factors: plain });
    const [xs, ys, angles] = ['x', 'y', 'angle'].map((name) => factorOf(shapes, name));
    for (let i = 0; i < shapes.n; i++) {
      const moments = inkMoments(shapes, i);
      // A twentieth of a pixel.
      expectClose(moments.x, xs![i]!, { abs: 0.05 / 64 }, `x of image ${i}`);
      expectClose(moments.y, ys![i]!, { abs: 0.05 / 64 }, `y of image ${i}`);
      // All others are as wide as they are long by their second moments.
      if (SHAPES[shapes.labels![i]!] === 'ellipse')
        expect(apart(inkAngle(moments), angles![i]!), `angle of image ${i}`).toBeLessThan(0.01);
    }
  });

  it('have balanced classes in shuffled order, and factors that are uniform and independent', () => {
    const shapes = generateShapes({ size: 4, factors: SHAPE_FACTORS });
    const counts = SHAPES.map((_, kind) => shapes.labels!.filter((label) => label === kind).length);
    expect(counts).toEqual([500, 500, 500, 500]);
    expect([...shapes.labels!]).not.toEqual(Array.from(shapes.labels!, (_, i) => i % 4));
    const columns = [...shapes.factors!.map(({ values }) => values), Float32Array.from(shapes.labels!)];
    const ranges: Record<string, readonly [number, number]> = {
      size: [0.24, 0.4],
      angle: [-Math.PI / 6, Math.PI / 6],
      x: [0.36, 0.64],
      y: [0.36, 0.64],
      light: [-Math.PI, Math.PI],
    };
    expect(shapes.factors!.map(({ name }) => name)).toEqual(Object.keys(ranges));
    // Light comes from all round; everything else has two ends.
    const periods = shapes.factors!.map(({ name, period }) => [name, period] as const);
    expect(periods.filter(([, period]) => period !== undefined)).toEqual([['light', 2 * Math.PI]]);
    for (const { name, values } of shapes.factors!) {
      const [least, most] = ranges[name]!;
      const sorted = values.toSorted();
      // The largest distance of 2,000 uniform numbers from an even spread stays below this but once in a thousand (Kolmogorov–Smirnov).
      const distance = sorted.reduce(
        (worst, value, i) => Math.max(worst, Math.abs((value - least) / (most - least) - (i + 0.5) / 2000)),
        0,
      );
      expect(distance, name).toBeLessThan(1.95 / Math.sqrt(2000));
    }
    for (const [i, a] of columns.entries())
      for (const b of columns.slice(0, i)) expect(Math.abs(correlation(a, b))).toBeLessThan(4 / Math.sqrt(2000));
  });

  it('keep the values of a factor whatever else varies, at every size, and are alike each time', () => {
    const all = generateShapes({ count: 40, size: 16, factors: SHAPE_FACTORS });
    const some = generateShapes({ count: 40, size: 24, factors: ['y', 'angle'] });
    for (const name of ['y', 'angle']) expect(factorOf(some, name)).toEqual(factorOf(all, name));
    expect(generateShapes({ count: 40, factors: ['shape'] }).labels).toEqual(all.labels);
    expect(generateShapes({ count: 40, size: 16, factors: SHAPE_FACTORS })).toEqual(all);
    expect(generateShapes({ count: 40, seed: 2 }).images).not.toEqual(generateShapes({ count: 40 }).images);
  });

  it('rest where they do not vary, without classes where the shape does not', () => {
    const still = generateShapes({ count: 3, size: 64, factors: [] });
    expect(still).toMatchObject({ labels: null, factors: [] });
    expect(still.classNames).toBeUndefined();
    const image = still.images.subarray(0, 64 * 64);
    expect(still.images.subarray(64 * 64, 2 * 64 * 64)).toEqual(image);
    // A heart, in the middle: alike on the left and on the right, heavier above than below.
    const { mean: ink, x, y, xy } = inkMoments(still, 0);
    expectClose(ink, 0.32 ** 2, { rel: 1e-5 });
    expectClose(x, 0.5, { abs: 1e-6 });
    expectClose(y, 0.5, { abs: 0.001 });
    expectClose(xy, 0, { abs: 1e-7 });
    const rows = Array.from({ length: 64 }, (_, row) =>
      image.subarray(64 * row, 64 * (row + 1)).reduce((sum, value) => sum + value, 0),
    );
    expect(rows.findIndex((row) => row > 0)).toBeGreaterThan(63 - rows.findLastIndex((row) => row > 0));
    expect(Math.max(...rows.slice(0, 32))).toBeGreaterThan(Math.max(...rows.slice(33)));
  });

  it('fade towards the light, to a quarter at the rim', () => {
    const lit = generateShapes({ count: 60, size: 64, factors: ['shape', 'light', 'angle'] });
    const lights = factorOf(lit, 'light');
    for (let i = 0; i < lit.n; i++) {
      const { mean: ink, x, y } = inkMoments(lit, i);
      // The fading is linear about the centre of mass: in the middle and on average it is 1 − ¾/2.
      expectClose(ink, 0.32 ** 2 * 0.625, { rel: 0.01 }, `ink of image ${i}`);
      // Only of a shape that is as wide as it is long does the centre move straight away from the light.
      if (SHAPES[lit.labels![i]!] === 'square' || SHAPES[lit.labels![i]!] === 'triangle') {
        const away = Math.atan2(y - 0.5, -(x - 0.5));
        expect(Math.cos(away - lights[i]!), `light of image ${i}`).toBeGreaterThan(0.999);
      }
    }
    expect(Math.min(...lit.images.filter((value) => value > 0.2))).toBeLessThan(0.3);
  });

  it('refuse a number of images or pixels that is none', () => {
    expect(() => generateShapes({ count: 0 })).toThrow(RangeError);
    expect(() => generateShapes({ size: 2.5 })).toThrow('size is 2.5, expected a positive integer');
  });
});

describe('variants of the sprites', () => {
  it('name what varies, in any order', async () => {
    expect(factorsNamed('')).toEqual(['shape', 'size', 'x', 'y']);
    expect(factorsNamed('y.angle')).toEqual(['angle', 'y']);
    for (const bad of ['z', 'x.', 'x.x', '.', 'shape,x']) expect(factorsNamed(bad), bad).toBeNull();
    const loaded = await loadSource(
      { kind: 'set', set: 'shapes', variant: 'y.angle', count: 20, size: 24 },
      publicFiles,
    );
    expect(loaded).toEqual(generateShapes({ count: 20, size: 24, factors: ['angle', 'y'] }));
  });

  it('that are none are refused with what there is', async () => {
    await expect(loadSource({ kind: 'set', set: 'shapes', variant: 'colour' }, publicFiles)).rejects.toThrow(
      'The data set shapes has no variant "colour", expected what varies, joined by dots, of shape, size, angle, x, y, light, each once at most',
    );
  });
});
