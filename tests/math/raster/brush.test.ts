import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brushed, covered, inverted, isBlank, type Place } from '../../../src/math/raster/brush';
import { cutOut } from '../../../src/math/raster/cut';
import { blank, borderOf, enlarged, type Raster } from '../../../src/math/raster/raster';

const sum = ({ pixels }: Raster): number => pixels.reduce((total, value) => total + value, 0);
const place = fc.tuple(fc.double({ min: 5, max: 25, noNaN: true }), fc.double({ min: 5, max: 25, noNaN: true }));
const path = fc.array(place, { minLength: 1, maxLength: 5 });

describe('a round brush', () => {
  it('inks the area of a disc, and that of a stroke with round ends', () => {
    const radius = 4;
    const dot = sum(brushed(blank(30, 30, 0), [[15, 15]], radius, 1));
    expect(dot).toBeCloseTo(Math.PI * radius ** 2, 0);
    const stroke = sum(
      brushed(
        blank(40, 40, 0),
        [
          [10, 12],
          [28, 22],
        ],
        radius,
        1,
      ),
    );
    expect(stroke).toBeCloseTo(Math.PI * radius ** 2 + 2 * radius * Math.hypot(18, 10), 0);
  });

  it('leaves the same ink however often it comes by, and never less or more than there can be', () => {
    fc.assert(
      fc.property(path, fc.double({ min: 0.5, max: 5, noNaN: true }), (points: Place[], radius) => {
        const once = brushed(blank(30, 30, 0), points, radius, 1);
        expect(brushed(once, points, radius, 1).pixels).toEqual(once.pixels);
        expect(once.pixels.every((value) => value >= 0 && value <= 1)).toBe(true);
        expect(sum(once)).toBeGreaterThan(0);
      }),
      { seed: 1, numRuns: 50 },
    );
  });

  it('erases what it has drawn, and draws on light what it draws on dark', () => {
    fc.assert(
      fc.property(path, (points: Place[]) => {
        const drawn = brushed(blank(30, 30, 0), points, 3, 1);
        expect(isBlank(drawn, 0)).toBe(false);
        expect(isBlank(brushed(drawn, points, 5, 0), 0)).toBe(true);
        const light = brushed(blank(30, 30, 1), points, 3, 0);
        for (const [i, value] of inverted(light).pixels.entries()) expect(value).toBeCloseTo(drawn.pixels[i]!, 5);
      }),
      { seed: 2, numRuns: 30 },
    );
  });

  it('does not touch the raster that it is given, nor anything beyond its edge', () => {
    const before = blank(10, 10, 0);
    const after = brushed(
      before,
      [
        [-20, 5],
        [30, 5],
      ],
      2,
      1,
    );
    expect(isBlank(before, 0)).toBe(true);
    expect(after.pixels.subarray(0, 20).every((value) => value === 0)).toBe(true);
    expect(after.pixels.subarray(40, 50).every((value) => value === 1)).toBe(true);
    expect(isBlank(brushed(before, [[50, 50]], 3, 1), 0)).toBe(true);
  });
});

it('a block covers whole pixels, as far as there are some', () => {
  const grey = covered(blank(10, 8, 0), [[5, 4]], 4, 0.5);
  expect(sum(grey)).toBe(0.5 * 16);
  expect(grey.pixels[2 * 10 + 3]).toBe(0.5);
  expect(grey.pixels[6 * 10 + 3]).toBe(0);
  const cornered = covered(covered(grey, [[0, 0]], 4, 1), [[9, 7]], 4, 1);
  expect(sum(cornered)).toBe(0.5 * 16 + 4 + 9);
  expect(isBlank(covered(grey, [[5, 4]], 40, 0), 0)).toBe(true);
});

it('a block that is drawn leaves no gap between the points of its path, however narrow it is', () => {
  const side = fc.double({ min: 1, max: 12, noNaN: true });
  fc.assert(
    fc.property(place, place, side, (from, to, width) => {
      const { pixels } = covered(blank(30, 30, 0), [from, to], width, 1);
      for (let i = 0; i <= 60; i++) {
        const at = (axis: 0 | 1): number => from[axis] + (i / 60) * (to[axis] - from[axis]);
        // Half a pixel off at most: on whole pixels.
        const isNear = [-1, 0].some((dx) =>
          [-1, 0].some((dy) => pixels[Math.round(at(1) + dy) * 30 + Math.round(at(0) + dx)] === 1),
        );
        expect(isNear).toBe(true);
      }
      // Through the same points one by one, and back, it leaves the same.
      expect(covered(blank(30, 30, 0), [from, to, from], width, 1).pixels).toEqual(pixels);
    }),
    { seed: 4, numRuns: 60 },
  );
  const line = covered(
    blank(30, 10, 0),
    [
      [5, 5],
      [25, 5],
    ],
    2,
    1,
  );
  expect(sum(line)).toBe(2 * 22);
});

describe('a part of a raster', () => {
  const image: Raster = { width: 3, height: 2, pixels: Float32Array.of(0.1, 0.9, 0.3, 0, 1, 0.7) };

  it('that was enlarged is the image again, to the bit', () => {
    for (const factor of [1, 5, 24]) {
      const large = enlarged(image, factor);
      expect([large.width, large.height]).toEqual([3 * factor, 2 * factor]);
      const { pixels } = cutOut(large, { x: 0, y: 0, scale: factor }, 3, 2, 0);
      for (const [i, value] of pixels.entries()) expect(value).toBeCloseTo(image.pixels[i]!, 6);
    }
  });

  it('keeps the amount of ink, wherever it is cut and however small it is made', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 6, noNaN: true }),
        fc.double({ min: -9, max: 0, noNaN: true }),
        fc.double({ min: -9, max: 0, noNaN: true }),
        (scale, x, y) => {
          const whole = cutOut(image, { x, y, scale }, 20, 20, 0);
          expect(sum(whole) * scale ** 2).toBeCloseTo(sum(image), 4);
        },
      ),
      { seed: 3, numRuns: 50 },
    );
  });

  it('has paper where there is no raster', () => {
    const seen = cutOut(image, { x: 3, y: 0, scale: 1 }, 2, 2, 1);
    expect([...seen.pixels]).toEqual([1, 1, 1, 1]);
  });
});

it('the border of a raster is each pixel of its four sides, once', () => {
  const { pixels } = { pixels: Float32Array.from({ length: 20 }, (_, i) => i) };
  expect(borderOf({ width: 5, height: 4, pixels }).toSorted((a, b) => a - b)).toEqual([
    0, 1, 2, 3, 4, 5, 9, 10, 14, 15, 16, 17, 18, 19,
  ]);
  expect(borderOf({ width: 3, height: 1, pixels: Float32Array.of(1, 2, 3) })).toEqual([1, 2, 3]);
});
