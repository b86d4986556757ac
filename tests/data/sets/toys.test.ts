import { describe, expect, it } from 'vitest';
import { generateDisc, generateLine, generateNoise, generateRing } from '../../../src/data/sets/toys';
import { loadSource } from '../../../src/data/sources';
import { normalCdf } from '../../../src/math/normal';
import { expectClose } from '../../support/close';
import { publicFiles } from '../../support/publicFiles';
import { apart, factorOf, inkAngle, inkMoments } from './ink';

const TOYS = { ring: generateRing, line: generateLine, disc: generateDisc, noise: generateNoise } as const;
const names = Object.keys(TOYS) as (keyof typeof TOYS)[];

/** Ink of a blob of this standard deviation over the sheet, along one axis. */
const within = (centre: number, width: number): number =>
  Math.sqrt(2 * Math.PI) * width * (normalCdf((1 - centre) / width) - normalCdf(-centre / width));

describe.each(names)('the toy set %s', (name) => {
  it('is drawn at every size, in any number, alike each time', () => {
    for (const [count, size] of [
      [1, 8],
      [30, 16],
      [7, 32],
    ] as const) {
      const set = TOYS[name]({ count, size });
      expect(set).toMatchObject({ name, n: count, width: size, height: size, labels: null });
      expect(set.images).toHaveLength(count * size * size);
      expect(set.images.every((value) => value >= 0 && value <= 1)).toBe(true);
      expect(TOYS[name]({ count, size })).toEqual(set);
      for (const { values } of set.factors!) expect(values).toHaveLength(count);
    }
    expect(() => TOYS[name]({ count: -1 })).toThrow(RangeError);
    expect(() => TOYS[name]({ size: 0 })).toThrow(RangeError);
  });

  it('is 1,000 images of 16×16 without variants', async () => {
    const { n, width, images } = await loadSource({ kind: 'set', set: name }, publicFiles);
    expect([n, width]).toEqual([1000, 16]);
    const drawn = TOYS[name]().images;
    expect(images.every((value, k) => value === drawn[k])).toBe(true);
    await expect(loadSource({ kind: 'set', set: name, variant: '2' }, publicFiles)).rejects.toThrow(
      `The data set ${name} has no variant "2", expected none`,
    );
  });
});

describe('what is in a toy set', () => {
  it('a bar of one area that is turned by its angle, evenly over half a turn', () => {
    const ring = generateRing({ count: 48, size: 64 });
    const angles = factorOf(ring, 'angle');
    expect(ring.factors).toMatchObject([{ period: Math.PI }]);
    for (let i = 0; i < 48; i++) {
      expectClose(angles[i]!, (Math.PI * (i + 0.5)) / 48, { rel: 1e-6 });
      const moments = inkMoments(ring, i);
      expectClose(moments.mean, 0.8 * 0.22, { rel: 1e-5 });
      expectClose(moments.x, 0.5, { abs: 1e-5 });
      expectClose(moments.y, 0.5, { abs: 1e-5 });
      expect(apart(inkAngle(moments), angles[i]!)).toBeLessThan(2e-3);
      // A twelfth of the squares of its sides, along its own axes.
      expectClose(moments.xx + moments.yy, (0.8 ** 2 + 0.22 ** 2) / 12, { rel: 0.01 });
    }
  });

  it('a bar that is a quarter of a turn further is the same image turned by that', () => {
    const [n, size] = [20, 12];
    const { images } = generateRing({ count: n, size });
    for (let i = 0; i < n / 2; i++) {
      const [before, after] = [i, i + n / 2].map((k) => images.subarray(k * size * size, (k + 1) * size * size));
      const turned = before!.map((_, at) => before![(at % size) * size + size - 1 - Math.floor(at / size)]!);
      for (const [at, value] of after!.entries()) expectClose(value, turned[at]!, { abs: 1e-6 });
    }
  });

  it.each([8, 16, 32])('a blob that moves on a line, with the ink that is on the sheet: %i pixels', (size) => {
    const line = generateLine({ count: 40, size });
    const xs = factorOf(line, 'x');
    for (let i = 0; i < 40; i++) {
      expectClose(xs[i]!, 0.3 + (0.4 * (i + 0.5)) / 40, { rel: 1e-6 });
      const { mean, y } = inkMoments(line, i);
      expectClose(mean, within(xs[i]!, 0.2) * within(0.5, 0.2), { rel: 1e-5 });
      expectClose(y, 0.5, { abs: 1e-6 });
    }
    expect(inkMoments(line, 39).x - inkMoments(line, 0).x).toBeGreaterThan(0.2);
  });

  it('a blob anywhere in a disc, which is covered evenly', () => {
    const disc = generateDisc({ count: 500, size: 16 });
    const [xs, ys] = [factorOf(disc, 'x'), factorOf(disc, 'y')];
    let [radii, inner, right] = [0, 0, 0];
    for (let i = 0; i < 500; i++) {
      const [x, y] = [xs[i]!, ys[i]!];
      const squared = (x - 0.5) ** 2 + (y - 0.5) ** 2;
      expect(squared).toBeLessThan(0.2 ** 2);
      radii += squared / 500;
      inner += squared < 0.1 ** 2 ? 1 / 500 : 0;
      right += x > 0.5 ? 1 / 500 : 0;
      expectClose(inkMoments(disc, i).mean, within(x, 0.2) * within(y, 0.2), { rel: 1e-5 });
    }
    expectClose(radii, 0.2 ** 2 / 2, { rel: 0.01 });
    expectClose(inner, 0.25, { abs: 0.01 });
    expectClose(right, 0.5, { abs: 0.02 });
  });

  it('noise: pixels that are uniform, and know nothing of each other', () => {
    const { images, n, width } = generateNoise({ count: 400, size: 12 });
    const pixels = width * width;
    const moment = (of: (value: number, at: number) => number): number =>
      images.reduce((sum, value, at) => sum + of(value - 0.5, at) / images.length, 0);
    // Four standard errors.
    const off = 4 / Math.sqrt(n * pixels);
    expectClose(
      moment((value) => value),
      0,
      { abs: off / Math.sqrt(12) },
    );
    expectClose(
      moment((value) => value * value),
      1 / 12,
      { abs: off / Math.sqrt(180) },
    );
    for (const shift of [1, width, pixels, 7 * pixels])
      expectClose(
        moment((value, at) => value * ((images[at + shift] ?? 0.5) - 0.5)),
        0,
        { abs: off / 12 },
        `pixels ${shift} apart`,
      );
  });
});
