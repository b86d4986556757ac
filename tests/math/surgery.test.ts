import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { klAxis } from '../../src/math/kl';
import { aggregatedPosterior, cellMidpoint, cellSide, type Grid, gridAround } from '../../src/math/quadrature';
import { createRandom } from '../../src/math/random';
import { aggregateKl, klMean, surgery } from '../../src/math/surgery';
import { expectClose } from '../support/close';
import { type Cloud, randomCloud, reordered } from './clouds';
import { gaussianDensity } from './density';

const seeded = { seed: 2016, numRuns: 40 };
const real = (min: number, max: number) => fc.double({ min, max, noNaN: true });

/** KL(q̄ ‖ p) by the midpoint rule on the densities themselves: exact to many digits where σ is several cells. */
function klByMidpoints({ mu, sigma }: Cloud, grid: Grid): number {
  let sum = 0;
  for (let row = 0; row < grid.size; row++) {
    for (let column = 0; column < grid.size; column++) {
      const [x, y] = [cellMidpoint(grid, column), cellMidpoint(grid, row)];
      let q = 0;
      for (let i = 0; i < mu.length; i += 2) {
        q += gaussianDensity(x, mu[i]!, sigma[i]!) * gaussianDensity(y, mu[i + 1]!, sigma[i + 1]!);
      }
      q /= mu.length / 2;
      if (q > 0) sum += q * (Math.log(q) + 0.5 * (x * x + y * y) + Math.log(2 * Math.PI));
    }
  }
  return sum * cellSide(grid) ** 2;
}

const onGrid = (mu: ArrayLike<number>, sigma: ArrayLike<number>, size: number): number => {
  const grid = gridAround(mu, sigma, size);
  return aggregateKl(aggregatedPosterior(mu, sigma, grid), grid);
};

describe('mean KL', () => {
  it('is the mean over codes of the sum over axes', () => {
    expectClose(
      klMean([1, 2, 3, 4], [1, 0.5, 2, 0.1]),
      (klAxis(1, 1) + klAxis(2, 0.5) + klAxis(3, 2) + klAxis(4, 0.1)) / 2,
      {
        rel: 1e-15,
      },
    );
    expectClose(klMean([1, 2, 3, 4], [1, 1, 1, 1], 4), 15, { rel: 1e-15 });
  });
});

describe('KL of the aggregated posterior to the prior', () => {
  it('is 0 where all posteriors are the prior', () => {
    expectClose(onGrid([0, 0, 0, 0], [1, 1, 1, 1], 200), 0, { abs: 2e-6 });
    expectClose(onGrid([0, 0], [1, 1], 20), 0, { abs: 2e-6 });
  });

  it('of one code approaches the closed form from below, at the rate that is documented', () => {
    for (const [mu, sigma] of [
      [
        [0.5, -1],
        [0.6, 0.9],
      ],
      [
        [0, 2],
        [0.3, 1.2],
      ],
      [
        [1, 1],
        [0.25, 0.25],
      ],
    ] as const) {
      const exact = klMean(mu, sigma);
      // E|∇ln(q/p)|² with ∇ln(q/p) = z − (z−μ)/σ² and z ~ q.
      const squares = [0, 1].map((i) => mu[i]! ** 2 + (sigma[i]! - 1 / sigma[i]!) ** 2);
      const missing = (side: number): number => ((side * side) / 24) * (squares[0]! + squares[1]!);
      for (const size of [50, 100, 200]) {
        const grid = { size, radius: 8 };
        const found = aggregateKl(aggregatedPosterior(mu, sigma, grid), grid);
        expect(found).toBeLessThan(exact);
        if (size >= 100) expectClose(exact - found, missing(16 / size), { rel: 0.15 }, `size ${size}`);
      }
    }
  });

  it('agrees with midpoint quadrature of the mixture', () => {
    const cloud = randomCloud(createRandom(3), 40, 0.8, 0.3);
    expectClose(onGrid(cloud.mu, cloud.sigma, 200), klByMidpoints(cloud, { size: 250, radius: 6 }), { abs: 2e-3 });
    expectClose(onGrid(cloud.mu, cloud.sigma, 600), klByMidpoints(cloud, { size: 250, radius: 6 }), { abs: 2e-4 });
  });

  it('only rises as cells are divided', () => {
    const { mu, sigma } = randomCloud(createRandom(4), 60, 1, 0.1);
    const values = [25, 50, 100, 200].map((size) => onGrid(mu, sigma, size));
    for (let i = 1; i < values.length; i++) expect(values[i]!).toBeGreaterThan(values[i - 1]!);
    expect(values[0]!).toBeGreaterThan(0);
  });

  it('stays finite for codes whose prior density underflows', () => {
    const mu = [60, 0, 60, 0];
    const sigma = [1, 1, 1, 1];
    expectClose(onGrid(mu, sigma, 400), klMean(mu, sigma), { rel: 0.01 });
  });

  it('passes NaN on', () => {
    expect(aggregateKl([Number.NaN, 0, 0, 0], { size: 2, radius: 5 })).toBeNaN();
  });
});

describe('surgery', () => {
  it('of equal posteriors leaves nothing to each of them', () => {
    const { klMean: mean, mutualInformation, aggregateKl: kl } = surgery([0.3, 0.3, 0.3, 0.3], [0.5, 0.5, 0.5, 0.5]);
    // What is left is the quadrature's own gap.
    expectClose(mutualInformation, 0, { abs: 1e-3 });
    expectClose(kl, mean, { abs: 1e-3 });
    expect(surgery([1, 2], [0.1, 0.2]).mutualInformation).toBe(0);
    const prior = surgery([0, 0, 0, 0], [1, 1, 1, 1]);
    expect(prior.mutualInformation).toBeGreaterThanOrEqual(0);
    expectClose(prior.mutualInformation, 0, { abs: 1e-6 });
  });

  it('of ellipses that do not touch gives ln N to each of them, however narrow', () => {
    const mu = [2, 2, -2, 2, 2, -2, -2, -2];
    for (const size of [0.2, 0.02, 1e-3, 1e-8, 1e-30]) {
      const parts = surgery(
        mu,
        Float64Array.from(mu, () => size),
      );
      expectClose(parts.mutualInformation, Math.log(4), { abs: 1e-6 }, `sigma ${size}`);
      expectClose(parts.gridMass, 1, { abs: 1e-6 });
      expect(parts.aggregateKl).toSatisfy(Number.isFinite);
    }
  });

  it('of points is infinite, but for ln N, and never NaN', () => {
    const parts = surgery([2, 2, -2, 0], [0, 0, 0, 0]);
    expect(parts.klMean).toBe(Infinity);
    expect(parts.aggregateKl).toBe(Infinity);
    expect(parts.mutualInformation).toBe(Math.LN2);
    expectClose(parts.gridMass, 1, { abs: 1e-12 });
  });

  it('of a large sample from the prior, each with the rest of the variance, comes near the prior', () => {
    const s = 0.5;
    const random = createRandom(5);
    const mu = Float32Array.from({ length: 4000 }, () => Math.sqrt(1 - s * s) * random.normal());
    const parts = surgery(
      mu,
      mu.map(() => s),
    );
    expectClose(parts.aggregateKl, 0, { abs: 0.01 });
    // I(x; z) of the Gaussian channel: −ln s an axis.
    expectClose(parts.mutualInformation, -2 * Math.log(s), { abs: 0.05 });
  });

  it('has two parts, neither negative, that add up', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 60 }), real(0, 4), real(1e-4, 2), (seed, n, spread, size) => {
        const { mu, sigma } = randomCloud(createRandom(seed), n, spread, size);
        const parts = surgery(mu, sigma, 80);
        expectClose(parts.mutualInformation + parts.aggregateKl, parts.klMean, { abs: 1e-12, rel: 1e-12 });
        expect(parts.klMean).toBe(klMean(mu, sigma));
        expect(parts.mutualInformation).toBeGreaterThanOrEqual(0);
        expect(parts.mutualInformation).toBeLessThanOrEqual(Math.log(n));
        expect(parts.aggregateKl).toBeGreaterThanOrEqual(-1e-5);
        expectClose(parts.gridMass, 1, { abs: 2e-6 });
      }),
      seeded,
    );
  });

  it('does not depend on the order of the codes', () => {
    const random = createRandom(6);
    const cloud = randomCloud(random, 50, 1, 0.2);
    const other = reordered(cloud, random);
    const there = surgery(other.mu, other.sigma);
    expectClose(there.aggregateKl, surgery(cloud.mu, cloud.sigma).aggregateKl, { rel: 1e-11 });
  });
});
