import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { between, magnification } from '../../src/math/magnified';
import type { PlanarPosteriors } from '../../src/math/posterior';
import { roundDown } from '../../src/math/roundDown';

describe('rounding down', () => {
  it.each([
    [1, 1],
    [1.99, 1],
    [2, 2],
    [4.9, 2],
    [5, 5],
    [9.99, 5],
    [10, 10],
    [1000, 1000],
    [0.001, 0.001],
    [0.03, 0.02],
    [731, 500],
  ])('%d gives %d', (value, expected) => expect(roundDown(value)).toBeCloseTo(expected, 12));
});

const planar = (mu: number[], sigma: number[], correlation: number[] | null = null): PlanarPosteriors => ({
  family: correlation === null ? 'diagonal' : 'full',
  mu: Float32Array.from(mu),
  sigma: Float32Array.from(sigma),
  correlation: correlation === null ? null : Float32Array.from(correlation),
});

describe('a magnified change', () => {
  it('is as large as there is room for the one that goes farthest', () => {
    const before = planar([0, 0, 1, 1], [1, 1, 1, 1]);
    expect(magnification(before, planar([0.001, 0, 1, 1.004], [1, 1, 1, 1]), 1)).toBe(200);
    expect(magnification(before, before, 1)).toBe(1);
    expect(magnification(before, planar([3, 0, 1, 1], [1, 1, 1, 1]), 1)).toBe(1);
  });

  it('keeps widths and correlations that are ones', () => {
    const number = fc.integer({ min: -100, max: 100 });
    fc.assert(
      fc.property(number, number, number, number, fc.integer({ min: -95, max: 95 }), (dx, dy, a, b, rho) => {
        const before = planar([1, 2], [0.5, 0.1], [rho / 100]);
        const after = planar(
          [1 + dx / 1e4, 2 + dy / 1e4],
          [0.5 + a / 1e4, 0.1 + b / 1e4],
          [rho / 100 + (dx - dy) / 1e4],
        );
        const shown = between(before, after, magnification(before, after, 0.5));
        expect(Math.min(...shown.sigma)).toBeGreaterThan(0);
        expect(Math.abs(shown.correlation![0]!)).toBeLessThan(1);
        expect(Math.hypot(shown.mu[0]! - 1, shown.mu[1]! - 2)).toBeLessThan(0.501);
      }),
      { seed: 9, numRuns: 300 },
    );
  });

  it('begins where it was and ends where it is', () => {
    const [before, after] = [planar([0, 1], [1, 2]), planar([2, 1], [3, 2])];
    expect(between(before, after, 0)).toEqual(before);
    expect(between(before, after, 1)).toEqual(after);
    expect([...between(before, after, 0.5).mu]).toEqual([1, 1]);
  });
});
