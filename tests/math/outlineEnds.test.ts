import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endMove, outlineEnds } from '../../src/math/outlineEnds';
import { expectClose } from '../support/close';

const number = fc.integer({ min: -40, max: 40 }).map((value) => value / 10);
/** A lower triangular matrix of three rows with a positive diagonal. */
const triangles = fc
  .tuple(
    fc.array(number, { minLength: 3, maxLength: 3 }),
    fc.array(fc.integer({ min: 2, max: 30 }), { minLength: 3, maxLength: 3 }),
  )
  .map(([below, diagonal]) => {
    const [l10, l20, l21] = below as [number, number, number];
    const [l00, l11, l22] = diagonal.map((value) => value / 10) as [number, number, number];
    return Float64Array.of(l00, 0, 0, l10, l11, 0, l20, l21, l22);
  });
const planes = fc.constantFrom([0, 1] as const, [2, 0] as const, [1, 2] as const);

describe('the ends of an outline', () => {
  it('are the stationary points of the distance from the centre, and lie opposite each other', () => {
    fc.assert(
      fc.property(triangles, planes, (triangle, axes) => {
        const ends = outlineEnds('full', triangle, axes);
        expect(ends).toHaveLength(4);
        const rows = axes.map((axis) => triangle.subarray(3 * axis, 3 * axis + 3));
        const [xx, xy, yy] = [
          [0, 0],
          [0, 1],
          [1, 1],
        ].map(([i, k]) => rows[i!]!.reduce((sum, entry, j) => sum + entry * rows[k!]![j]!, 0)) as [
          number,
          number,
          number,
        ];
        const scale = xx + yy;
        for (const [i, { x, y, noise }] of ends.entries()) {
          expectClose(Math.hypot(...noise), 1, { abs: 1e-9 }, '|ε|');
          // An eigenvector of the covariance, as long as the root of its eigenvalue.
          const squared = x * x + y * y;
          expectClose(xx * x + xy * y, squared * x, { abs: 1e-6 * scale ** 1.5 }, 'across');
          expectClose(xy * x + yy * y, squared * y, { abs: 1e-6 * scale ** 1.5 }, 'up');
          const opposite = ends[i % 2 === 0 ? i + 1 : i - 1]!;
          expectClose(opposite.x, -x, { abs: 1e-9 }, 'opposite');
        }
      }),
      { seed: 61, numRuns: 200 },
    );
  });

  it('move as the outline does when L changes', () => {
    fc.assert(
      fc.property(triangles, triangles, planes, (triangle, change, axes) => {
        const h = 1e-6;
        const moved = triangle.map((entry, i) => entry + h * change[i]!);
        for (const end of outlineEnds('full', triangle, axes)) {
          const at = endMove(moved, axes, end);
          const move = endMove(change, axes, end);
          expectClose((at[0] - end.x) / h, move[0], { abs: 1e-6 }, 'x');
          expectClose((at[1] - end.y) / h, move[1], { abs: 1e-6 }, 'y');
        }
      }),
      { seed: 62, numRuns: 100 },
    );
  });

  it('are on the axes of the plane for rectangles and upright ellipses, with the width of each', () => {
    for (const family of ['box', 'diagonal'] as const) {
      const ends = outlineEnds(family, Float64Array.of(0.5, 0, 0, 2), [0, 1]);
      expect(ends.map(({ x, y }) => [x + 0, y + 0])).toEqual([
        [0.5, 0],
        [-0.5, 0],
        [0, 2],
        [0, -2],
      ]);
    }
  });

  it('are two where codes have one axis, and none of a point', () => {
    expect(outlineEnds('diagonal', Float64Array.of(0.5), [0, -1]).map(({ x, y }) => [x, y + 0])).toEqual([
      [0.5, 0],
      [-0.5, 0],
    ]);
    expect(outlineEnds('point', new Float64Array(4), [0, 1])).toEqual([]);
  });
});
