import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlanarPosteriors } from '../../src/math/posterior';
import { unionArea } from '../../src/math/union';
import { expectClose } from '../support/close';
import { run } from '../support/run';

const cloud = (mu: number[], sigma: number[], rest: Partial<PlanarPosteriors> = {}): PlanarPosteriors => ({
  family: 'diagonal',
  mu: Float32Array.from(mu),
  sigma: Float32Array.from(sigma),
  correlation: null,
  ...rest,
});

describe('the area of the union', () => {
  it('of one ellipse is π·a·b, wherever it is and however it is tilted', () => {
    for (const [x, y] of [
      [0, 0],
      [30, -7],
    ] as const) {
      expectClose(run(unionArea(cloud([x, y], [0.5, 0.4]), 2)), Math.PI * 0.8, { rel: 5e-3 }, 'area');
      const tilted = cloud([x, y], [0.5, 0.4], { family: 'full', correlation: Float32Array.of(0.6) });
      expectClose(run(unionArea(tilted, 2)), Math.PI * 0.8 * 0.8, { rel: 1e-2 }, 'tilted');
    }
  });

  it('of a box is that of its rectangle', () => {
    expectClose(run(unionArea(cloud([1, 2], [0.5, 0.25], { family: 'box' }), 2)), 2, { rel: 0.02 }, 'area');
  });

  it('of the same ellipse many times is that of one, and of two that do not meet is the sum', () => {
    const one = run(unionArea(cloud([0, 0], [1, 1]), 1));
    expect(run(unionArea(cloud(new Array(6000).fill(0), new Array(6000).fill(1)), 1))).toBe(one);
    expectClose(run(unionArea(cloud([-3, 0, 3, 0], [1, 1, 1, 1]), 1)), 2 * Math.PI, { rel: 5e-3 }, 'two');
  });

  it('of points is nothing', () => {
    expect(run(unionArea(cloud([0, 0, 1, 1], [1, 1, 1, 1]), 0))).toBe(0);
    expect(run(unionArea(cloud([0, 0, 1, 1], [0, 0, 0, 0]), 1))).toBe(0);
    expect(run(unionArea(cloud([2, 2], [0, 0]), 1))).toBe(0);
  });

  it('is at most the sum of all, and at least the largest', () => {
    const posterior = fc.record({
      x: fc.double({ min: -2, max: 2, noNaN: true }),
      y: fc.double({ min: -2, max: 2, noNaN: true }),
      a: fc.double({ min: 0.3, max: 1, noNaN: true }),
      b: fc.double({ min: 0.3, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(posterior, { minLength: 1, maxLength: 5 }), (all) => {
        const flat = cloud(
          all.flatMap(({ x, y }) => [x, y]),
          all.flatMap(({ a, b }) => [a, b]),
        );
        const area = run(unionArea(flat, 1));
        const areas = all.map(({ a, b }) => Math.PI * a * b);
        expect(area).toBeLessThanOrEqual(1.05 * areas.reduce((sum, one) => sum + one, 0));
        expect(area).toBeGreaterThanOrEqual(0.95 * Math.max(...areas));
      }),
      { seed: 1, numRuns: 50 },
    );
  });
});
