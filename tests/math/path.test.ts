import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cornerShares, nearestShare, pathAt, pathLength, pathPoints } from '../../src/math/path';

const coordinate = fc.double({ min: -10, max: 10, noNaN: true });
const anyCorners = fc
  .array(fc.tuple(coordinate, coordinate), { minLength: 1, maxLength: 9 })
  // Some of them twice in a row.
  .chain((corners) =>
    fc
      .array(fc.boolean(), { minLength: corners.length, maxLength: corners.length })
      .map((twice) => corners.flatMap((corner, i) => (twice[i] ? [corner, corner] : [corner])).flat()),
  );

const between = (points: ArrayLike<number>, i: number, j: number): number =>
  Math.hypot(points[2 * j]! - points[2 * i]!, points[2 * j + 1]! - points[2 * i + 1]!);

describe('a path through corners', () => {
  it('is as long as its segments', () => {
    expect(pathLength([0, 0, 3, 4])).toBe(5);
    expect(pathLength([0, 0, 3, 4, 3, 4, 3, -8])).toBe(17);
    expect(pathLength([1, 2])).toBe(0);
    expect(pathLength([])).toBe(0);
  });

  it('begins and ends exactly at its ends', () => {
    fc.assert(
      fc.property(anyCorners, fc.integer({ min: 2, max: 40 }), (corners, count) => {
        const points = pathPoints(corners, count);
        expect(points).toHaveLength(2 * count);
        // A sum with −0 may be 0.
        expect([...points.slice(0, 2)].map((value) => value + 0)).toEqual(
          corners.slice(0, 2).map((value) => value + 0),
        );
        expect([...points.slice(-2)].map((value) => value + 0)).toEqual(corners.slice(-2).map((value) => value + 0));
        expect(points.every(Number.isFinite)).toBe(true);
      }),
      { seed: 901, numRuns: 300 },
    );
  });

  it('is walked in equal steps of its length', () => {
    fc.assert(
      fc.property(anyCorners, fc.integer({ min: 2, max: 40 }), (corners, count) => {
        const total = pathLength(corners);
        const points = pathPoints(corners, count);
        for (let i = 0; i < count; i++) {
          // The way up to this point, by the corners before it: as long as so many steps.
          const share = i / (count - 1);
          const passed = [...cornerShares(corners)].filter((at) => total > 0 && at < share).length;
          const way = [...corners.slice(0, 2 * passed), points[2 * i]!, points[2 * i + 1]!];
          expect(Math.abs(pathLength(way) - share * total)).toBeLessThan(1e-9 * (1 + total));
          // No chord is longer than the step.
          if (i > 0) expect(between(points, i - 1, i)).toBeLessThanOrEqual(total / (count - 1) + 1e-9);
        }
      }),
      { seed: 902, numRuns: 300 },
    );
    // Along a straight line steps are chords.
    const straight = pathPoints([0, 0, 1, 2, 3, 6], 7);
    for (let i = 1; i < 7; i++) expect(between(straight, i - 1, i)).toBeCloseTo(Math.hypot(3, 6) / 6, 12);
  });

  it('passes through all of its corners', () => {
    fc.assert(
      fc.property(anyCorners, (corners) => {
        const shares = cornerShares(corners);
        expect(shares).toHaveLength(corners.length / 2);
        shares.forEach((share, i) => {
          const [x, y] = pathAt(corners, share);
          if (pathLength(corners) > 0) {
            expect(x).toBeCloseTo(corners[2 * i]!, 9);
            expect(y).toBeCloseTo(corners[2 * i + 1]!, 9);
          }
          const nearest = pathAt(corners, nearestShare(corners, corners[2 * i]!, corners[2 * i + 1]!));
          expect(Math.hypot(nearest[0] - corners[2 * i]!, nearest[1] - corners[2 * i + 1]!)).toBeLessThan(1e-9);
        });
      }),
      { seed: 903, numRuns: 300 },
    );
  });

  it('of corners that coincide stays where it is', () => {
    expect([...pathPoints([2, 3, 2, 3, 2, 3], 4)]).toEqual([2, 3, 2, 3, 2, 3, 2, 3]);
    expect([...pathPoints([2, 3], 2)]).toEqual([2, 3, 2, 3]);
    expect([...cornerShares([2, 3, 2, 3, 2, 3])]).toEqual([0, 0.5, 1]);
    expect([...cornerShares([2, 3])]).toEqual([0]);
    expect(nearestShare([2, 3, 2, 3], 9, 9)).toBe(0);
    expect(pathAt([0, 0, 0, 0, 4, 0, 4, 0], 0.25)).toEqual([1, 0]);
  });

  it('is nearest to a place where no other of its points is nearer', () => {
    fc.assert(
      fc.property(anyCorners, coordinate, coordinate, (corners, x, y) => {
        const [nx, ny] = pathAt(corners, nearestShare(corners, x, y));
        const nearest = Math.hypot(nx - x, ny - y);
        const points = pathPoints(corners, 101);
        for (let i = 0; i < 101; i++) {
          expect(Math.hypot(points[2 * i]! - x, points[2 * i + 1]! - y)).toBeGreaterThanOrEqual(nearest - 1e-9);
        }
      }),
      { seed: 904, numRuns: 200 },
    );
    expect(nearestShare([0, 0, 4, 0, 4, 4], 1, -2)).toBe(0.125);
    expect(nearestShare([0, 0, 4, 0, 4, 4], 9, 9)).toBe(1);
  });
});

describe('a path through codes of more axes', () => {
  // Along the third axis, then along the first.
  const codes = [0, 0, 0, 0, 0, 3, 1, 0, 3];
  const shares = cornerShares(codes, 3);

  it('is measured in all of them', () => {
    expect(pathLength(codes, 3)).toBe(4);
    expect([...shares]).toEqual([0, 0.75, 1]);
    expect([...pathPoints(codes, 5, shares)]).toEqual([0, 0, 0, 0, 0, 1, 0, 0, 2, 0, 0, 3, 1, 0, 3]);
  });

  it('is seen on the plane at the same shares', () => {
    const corners = [0, 0, 0, 0, 1, 0];
    for (const share of [0, 0.3, 0.75, 0.9, 1]) {
      expect(pathAt(corners, share, shares)).toEqual(pathAt(codes, share, shares).slice(0, 2));
    }
    expect(nearestShare(corners, 0.5, 1, shares)).toBe(0.875);
  });
});
