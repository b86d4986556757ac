import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chiSquareTail } from '../../src/math/chiSquare';
import { nearestDistances } from '../../src/math/neighbours';
import { normalCdf } from '../../src/math/normal';
import { findOutliers } from '../../src/math/outliers';
import { createRandom } from '../../src/math/random';
import { whiten } from '../../src/math/whiten';
import { expectAllClose, expectClose } from '../support/close';
import { run } from '../support/run';

const normals = (seed: number, count: number): Float32Array => {
  const random = createRandom(seed);
  return Float32Array.from({ length: count }, () => random.normal());
};

/** Every point against every other. */
function byAllPairs(points: Float32Array, d: number): number[] {
  const n = points.length / d;
  return Array.from({ length: n }, (_, i) => {
    let least = Infinity;
    for (let j = 0; j < n; j++) {
      if (j === i) continue;
      let squared = 0;
      for (let axis = 0; axis < d; axis++) squared += (points[i * d + axis]! - points[j * d + axis]!) ** 2;
      least = Math.min(least, squared);
    }
    return Math.sqrt(least);
  });
}

describe('distance to the nearest neighbour', () => {
  it.each([
    { n: 1, d: 2 },
    { n: 2, d: 2 },
    { n: 13, d: 1 },
    { n: 400, d: 2 },
    { n: 401, d: 5 },
  ])('is that of all pairs: n $n, d $d', ({ n, d }) => {
    const points = normals(n, n * d);
    expectAllClose(run(nearestDistances(points, d)), byAllPairs(points, d), { rel: 1e-12 });
  });

  it('is that of all pairs where points coincide or share a coordinate', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 })), {
          minLength: 2,
          maxLength: 90,
        }),
        (grid) => {
          const points = Float32Array.from(grid.flat());
          expectAllClose(run(nearestDistances(points, 2)), byAllPairs(points, 2), { abs: 0 });
        },
      ),
      { seed: 2016, numRuns: 60 },
    );
  });

  it('yields many times among many points', () => {
    let rests = 0;
    for (const _ of nearestDistances(normals(3, 40_000), 2)) rests++;
    expect(rests).toBeGreaterThan(20);
  });
});

describe('the tail of χ²', () => {
  it('is that of tables', () => {
    // 99.9 % points: Abramowitz & Stegun, table 26.8.
    [10.828, 13.816, 16.266, 18.467, 20.515, 22.458, 24.322, 26.125].forEach((x, k) => {
      expectClose(chiSquareTail(x, k + 1), 0.001, { rel: 5e-4 }, `d = ${k + 1}`);
    });
    expectClose(chiSquareTail(3, 1), 2 * normalCdf(-Math.sqrt(3)), { rel: 1e-12 });
    expect(chiSquareTail(0, 2)).toBe(1);
    expectClose(chiSquareTail(0, 5), 1, { abs: 1e-14 });
    expect(chiSquareTail(1e5, 8)).toBe(0);
  });
});

describe('a whitened cloud', () => {
  const radii = (points: Float32Array, d: number): number[] => {
    const { coordinates } = run(whiten(points, d));
    return Array.from({ length: points.length / d }, (_, i) => Math.hypot(...coordinates.subarray(i * d, (i + 1) * d)));
  };

  it('has mean 0 and covariance I, and distances that no stretch of the cloud changes', () => {
    for (const d of [1, 2, 4]) {
      const points = normals(5, 600 * d);
      const stretched = points.map((value, k) => 10 ** (k % d) * value + 0.3 * points[k - (k % d)]! - 7);
      const { coordinates, variances } = run(whiten(stretched, d));
      for (let j = 0; j < d; j++) {
        for (let k = 0; k < d; k++) {
          let [sum, product] = [0, 0];
          for (let row = 0; row < coordinates.length; row += d) {
            sum += coordinates[row + j]! / 600;
            product += (coordinates[row + j]! * coordinates[row + k]!) / 600;
          }
          expectClose(sum, 0, { abs: 1e-9 });
          expectClose(product, j === k ? 1 : 0, { abs: 1e-6 });
        }
      }
      expect([...variances]).toEqual([...variances].sort((a, b) => b - a));
      expectAllClose(radii(stretched, d), radii(points, d), { rel: 1e-3 });
    }
  });

  it('leaves out what does not vary', () => {
    const line = Float32Array.of(0, 0, 1, 2, 2, 4, 3, 6);
    expectAllClose(radii(line, 2), radii(Float32Array.of(0, 1, 2, 3), 1), { abs: 1e-6 });
    expectAllClose(radii(Float32Array.of(2, 3, 2, 3), 2), [0, 0], { abs: 0 });
  });
});

describe('outliers', () => {
  it('are those that were put there, by image, with both reasons', () => {
    // Even distances: nothing is alone in the grid itself, and its corners are 2.4 standard deviations away.
    const grid = Float32Array.from({ length: 2 * 900 }, (_, k) =>
      k % 2 === 0 ? (k >> 1) % 30 : Math.floor((k >> 1) / 30),
    );
    const none = run(findOutliers(grid, 2));
    expect(none).toEqual({ far: 0, alone: 0, count: 0, listed: [] });
    grid.set([90, -40], 2 * 123);
    const one = run(findOutliers(grid, 2));
    expect(one.count).toBe(1);
    expect(one.listed[0]).toMatchObject({ index: 123, far: true, alone: true });
    expect(one.listed[0]!.isolation).toBeGreaterThan(60);
  });

  it('that are alone need not be far', () => {
    const random = createRandom(8);
    const ring = Float32Array.from({ length: 500 }, (_, i) => (2 * Math.PI * (i + 0.2 * random.uniform())) / 500);
    const mu = Float32Array.from([...ring].flatMap((angle) => [Math.cos(angle), Math.sin(angle)]));
    mu.set([0, 0], 2 * 77);
    const found = run(findOutliers(mu, 2));
    expect(found.listed).toHaveLength(1);
    expect(found.listed[0]).toMatchObject({ index: 77, far: false, alone: true });
  });

  it('of a normal cloud: one in a thousand is far', () => {
    const n = 30_000;
    const { far, count, listed } = run(findOutliers(normals(9, 2 * n), 2));
    expectClose(far, n / 1000, { abs: 3 * Math.sqrt(n / 1000) });
    expect(listed).toHaveLength(Math.min(100, count));
    // Those that are both come first, each part from the outside inwards.
    const rank = listed.map(({ far: f, alone, radius }) => (f && alone ? 1000 : 0) + radius);
    expect(rank).toEqual(rank.toSorted((a, b) => b - a));
  });

  it('are not told where most centres coincide', () => {
    const mu = new Float32Array(40);
    mu.set([1, 0], 4);
    expect(run(findOutliers(mu, 2)).alone).toBe(0);
    expect(run(findOutliers(new Float32Array(0), 2)).count).toBe(0);
  });
});
