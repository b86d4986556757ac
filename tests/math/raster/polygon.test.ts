import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverPolygon, polygonMoments } from '../../../src/math/raster/polygon';
import { expectAllClose, expectClose } from '../../support/close';

const WIDTH = 7;
const HEIGHT = 5;

/** The corners in the other order. */
const reversed = (polygon: readonly number[]): number[] =>
  polygon.flatMap((_, k) => (k % 2 === 0 ? [polygon.at(-2 - k)!, polygon.at(-1 - k)!] : []));

/** What a convex polygon has of the unit square at (column, row): cut off at its four sides, one after the other. */
function clippedArea(polygon: readonly number[], column: number, row: number): number {
  let left = [...polygon];
  for (const [axis, bound, side] of [
    [0, column, 1],
    [0, column + 1, -1],
    [1, row, 1],
    [1, row + 1, -1],
  ] as const) {
    const kept: number[] = [];
    for (let at = 0; at < left.length; at += 2) {
      const next = (at + 2) % left.length;
      const [from, to] = [side * (left[at + axis]! - bound), side * (left[next + axis]! - bound)];
      if (from >= 0) kept.push(left[at]!, left[at + 1]!);
      if (from >= 0 !== to >= 0) {
        const share = from / (from - to);
        for (const k of [0, 1]) kept.push(left[at + k]! + share * (left[next + k]! - left[at + k]!));
      }
    }
    left = kept;
  }
  return left.length < 6 ? 0 : Math.abs(polygonMoments(left).area);
}

/** A convex polygon inside of the raster: corners of an ellipse at these turns. */
const convex = fc
  .record({
    turns: fc.uniqueArray(fc.double({ min: 0, max: 6.28, noNaN: true }), { minLength: 3, maxLength: 9 }),
    x: fc.double({ min: 2, max: 5, noNaN: true }),
    y: fc.double({ min: 1.5, max: 3.5, noNaN: true }),
    a: fc.double({ min: 0.1, max: 2, noNaN: true }),
    b: fc.double({ min: 0.1, max: 1.5, noNaN: true }),
  })
  .map(({ turns, x, y, a, b }) =>
    turns.toSorted((s, t) => s - t).flatMap((turn) => [x + a * Math.cos(turn), y + b * Math.sin(turn)]),
  );

describe('the cover of a polygon', () => {
  it('is that of a right triangle, half of the pixels on its slope', () => {
    const triangle = [1, 1, 4, 1, 1, 4];
    const expected = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 0.5, 0, 0, 0, 0, 1, 0.5, 0, 0, 0, 0, 0, 0.5];
    for (const polygon of [triangle, reversed(triangle)]) {
      const cover = coverPolygon(polygon, WIDTH, HEIGHT);
      expect([...cover]).toEqual([...expected, ...new Array<number>(WIDTH * HEIGHT - expected.length).fill(0)]);
    }
  });

  it('is that of a rectangle with edges inside of pixels and of one that fills the raster', () => {
    const cover = coverPolygon([0.5, 0.25, 2.25, 0.25, 2.25, 1, 0.5, 1], 3, 2);
    expect([...cover]).toEqual([0.375, 0.75, 0.1875, 0, 0, 0]);
    expect([...coverPolygon([0, 0, 3, 0, 3, 2, 0, 2], 3, 2)]).toEqual([1, 1, 1, 1, 1, 1]);
  });

  it('leaves out what a polygon that is not convex goes around', () => {
    // A U: the pixel in the middle of its upper row is empty.
    const cover = coverPolygon([0, 0, 1, 0, 1, 1, 2, 1, 2, 0, 3, 0, 3, 2, 0, 2], 3, 2);
    expect([...cover]).toEqual([1, 0, 1, 1, 1, 1]);
  });

  it('is in every pixel the area of what is left of the polygon when it is cut at the pixel', () => {
    fc.assert(
      fc.property(convex, (polygon) => {
        const cover = coverPolygon(polygon, WIDTH, HEIGHT);
        for (const [at, share] of cover.entries()) {
          const expected = clippedArea(polygon, at % WIDTH, Math.floor(at / WIDTH));
          expectClose(share, expected, { abs: 1e-9 }, `pixel ${at}`);
        }
        expect(
          [...coverPolygon(reversed(polygon), WIDTH, HEIGHT)].map((share, k) => Math.abs(share - cover[k]!) < 1e-9),
        ).not.toContain(false);
      }),
      { seed: 7, numRuns: 200 },
    );
  });
});

describe('the moments of a polygon', () => {
  it('are those of a rectangle and of a triangle, signed by the order of the corners', () => {
    const rectangle = [1, 2, 4, 2, 4, 4, 1, 4];
    // Of the triangle, a third of the way from each side to the corner opposite.
    for (const [polygon, ...expected] of [
      [rectangle, 6, 2.5, 3],
      [reversed(rectangle), -6, 2.5, 3],
      [[0, 0, 3, 0, 0, 6], 9, 1, 2],
    ] as const) {
      const { area, x, y } = polygonMoments(polygon);
      expectAllClose([area, x, y], expected, { abs: 1e-12 });
    }
  });
});
