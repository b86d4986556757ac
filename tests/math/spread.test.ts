import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spreadOut } from '../../src/math/spread';

describe('points far from each other', () => {
  it('begin with the one that is asked for, else with the one nearest to the origin', () => {
    const points = Float32Array.of(3, 0, 0.1, 0, -3, 0, 0, 3);
    expect(spreadOut(points, 1, null)).toEqual([1]);
    expect(spreadOut(points, 2, 0)).toEqual([0, 2]);
    expect(spreadOut(points, 9, 3)).toHaveLength(4);
  });

  it('are each as far as can be from those before, and none twice', () => {
    const number = fc.integer({ min: -20, max: 20 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(number, number), { minLength: 1, maxLength: 15 }),
        fc.integer({ min: 1, max: 8 }),
        (rows, count) => {
          const picked = spreadOut(Float32Array.from(rows.flat()), count, null);
          expect(new Set(picked).size).toBe(Math.min(count, rows.length));
          const gap = (i: number, others: readonly number[]): number =>
            Math.min(...others.map((k) => Math.hypot(rows[i]![0] - rows[k]![0], rows[i]![1] - rows[k]![1])));
          for (let k = 1; k < picked.length; k++) {
            const before = picked.slice(0, k);
            const farthest = Math.max(...rows.map((_, i) => gap(i, before)));
            expect(gap(picked[k]!, before)).toBeCloseTo(farthest, 5);
          }
        },
      ),
      { seed: 8, numRuns: 200 },
    );
  });
});
