import { describe, expect, it } from 'vitest';
import { expectationNodes } from '../../src/math/expectation';
import type { PlanarPosteriors } from '../../src/math/posterior';
import { expectClose } from '../support/close';

const one = (family: PlanarPosteriors['family'], sigma: number, rho = 0): PlanarPosteriors => ({
  family,
  mu: Float32Array.of(0.5, -1),
  sigma: Float32Array.of(sigma, 2 * sigma),
  correlation: rho === 0 ? null : Float32Array.of(rho),
});

const mean = (posteriors: PlanarPosteriors, value: (x: number, y: number) => number): number => {
  const { points, weights } = expectationNodes(posteriors, 0);
  return weights.reduce((sum, weight, k) => sum + weight * value(points[2 * k]!, points[2 * k + 1]!), 0);
};

describe('nodes of a posterior', () => {
  it.each([
    ['diagonal', 0.3, 0],
    ['full', 1, 0.6],
    ['box', 0.3, 0],
    ['diagonal', 20, 0],
    ['full', 300, -0.5],
    ['box', 1000, 0],
  ] as const)('have its moments: %s, σ = %f, ρ = %f', (family, sigma, rho) => {
    const posteriors = one(family, sigma, rho);
    expectClose(
      mean(posteriors, (x) => x),
      0.5,
      { abs: 1e-4 * (1 + sigma) },
      'mean',
    );
    expectClose(
      mean(posteriors, (x) => (x - 0.5) ** 2),
      sigma ** 2,
      { rel: 1e-4 },
      'variance',
    );
    expectClose(
      mean(posteriors, (x, y) => (x - 0.5) * (y + 1)),
      rho * 2 * sigma ** 2,
      { abs: 2e-4 * sigma ** 2 },
      'covariance',
    );
  });

  it('are a bounded number, however wide it is', () => {
    for (const family of ['diagonal', 'box'] as const) {
      expect(expectationNodes(one(family, 1e6), 0).weights.length).toBeLessThan(20_000);
    }
  });

  it.each(['diagonal', 'box'] as const)('lie on one axis where no other is asked about: %s', (family) => {
    const posteriors = one(family, 0.3);
    const [plane, line] = [expectationNodes(posteriors, 0), expectationNodes(posteriors, 0, 1)];
    expect(line.weights.length ** 2).toBeLessThan(2 * plane.weights.length);
    const fourth = ({ points, weights }: typeof line): number =>
      weights.reduce((sum, weight, k) => sum + weight * (points[2 * k]! - 0.5) ** 4, 0);
    expectClose(fourth(line), fourth(plane), { rel: 1e-4 }, 'fourth moment');
    line.points.forEach((coordinate, k) => {
      if (k % 2 === 1) expect(coordinate).toBe(-1);
    });
  });

  it('are its centre alone where it has no width', () => {
    for (const posteriors of [one('point', 1), one('diagonal', 0), one('box', 0)]) {
      expect(expectationNodes(posteriors, 0)).toEqual({
        points: Float32Array.of(0.5, -1),
        weights: Float64Array.of(1),
      });
    }
  });
});
