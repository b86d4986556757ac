import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearestCentre } from '../../src/math/nearestCentre';
import { createRandom } from '../../src/math/random';

describe('nearestCentre', () => {
  it('agrees with sorting by distance', () => {
    fc.assert(
      fc.property(
        fc.nat(999),
        fc.integer({ min: 0, max: 60 }),
        fc.tuple(fc.integer({ min: -40, max: 40 }), fc.integer({ min: -40, max: 40 }), fc.integer({ min: 0, max: 50 })),
        (seed, n, [px, py, reach]) => {
          const random = createRandom(seed);
          const mu = Float32Array.from({ length: 2 * n }, () => 2 * random.normal());
          const [x, y] = [px / 10, py / 10];
          const distances = Array.from({ length: n }, (_, i) => Math.hypot(mu[2 * i]! - x, mu[2 * i + 1]! - y));
          const least = Math.min(...distances);
          const found = nearestCentre(mu, x, y, reach / 10);
          if (least > reach / 10) expect(found).toBe(-1);
          else expect(distances[found]).toBe(least);
        },
      ),
      { seed: 112, numRuns: 300 },
    );
  });

  it('finds a centre under the point itself, even without reach', () => {
    expect(nearestCentre(Float32Array.of(0, 0, 1.5, 2), 1.5, 2, 0)).toBe(1);
    expect(nearestCentre(new Float32Array(0), 0, 0, 100)).toBe(-1);
  });
});
