import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalCdf } from '../../src/math/normal';
import {
  aggregatedPosterior,
  cellMidpoint,
  cellSide,
  type Grid,
  gridAround,
  gridMass,
  logPriorMasses,
} from '../../src/math/quadrature';
import { createRandom } from '../../src/math/random';
import { expectAllClose, expectClose } from '../support/close';
import { type Cloud, randomCloud, reordered } from './clouds';
import { gaussianDensity } from './density';

const seeded = { seed: 6, numRuns: 60 };
const real = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const GRID: Grid = { size: 40, radius: 5 };

/** Mass of N(mu, sigma²) in cell i of an axis. */
function cellMass(mu: number, sigma: number, grid: Grid, i: number): number {
  const from = i * cellSide(grid) - grid.radius;
  return normalCdf((from + cellSide(grid) - mu) / sigma) - normalCdf((from - mu) / sigma);
}

describe('grid', () => {
  it('holds the prior, and codes with five of their standard deviations', () => {
    expect(gridAround([0, 0], [1, 1], 10)).toEqual({ size: 10, radius: 5 });
    expect(gridAround([0, -8, 1, 2], [1, 0.5, 1, 1], 10)).toEqual({ size: 10, radius: 10.5 });
    expect(gridAround([], []).radius).toBe(5);
  });

  it('has its midpoints inside its cells', () => {
    expect(cellSide(GRID)).toBe(0.25);
    expect(cellMidpoint(GRID, 0)).toBe(-4.875);
    expect(cellMidpoint(GRID, 39)).toBe(4.875);
  });

  it('has the prior mass of an axis in its cells, in logarithms', () => {
    const mass = logPriorMasses(GRID).reduce((sum, value) => sum + Math.exp(value), 0);
    expectClose(mass, normalCdf(5) - normalCdf(-5), { abs: 1e-12 });
    expect(logPriorMasses({ size: 10, radius: 400 }).every(Number.isFinite)).toBe(true);
  });
});

describe('aggregated posterior', () => {
  it('of one code is the mass of its Gaussian in each cell, column along z₀', () => {
    const [mu, sigma] = [
      [0.7, -1.2],
      [0.4, 0.9],
    ] as const;
    const density = aggregatedPosterior(mu, sigma, GRID);
    const area = cellSide(GRID) ** 2;
    for (let row = 0; row < 40; row++) {
      for (let column = 0; column < 40; column++) {
        const mass = cellMass(mu[0], sigma[0], GRID, column) * cellMass(mu[1], sigma[1], GRID, row);
        expectClose(density[row * 40 + column]! * area, mass, { abs: 2e-9 }, `${column}, ${row}`);
      }
    }
  });

  it('approaches the density at the midpoints as cells shrink', () => {
    const { mu, sigma } = randomCloud(createRandom(1), 5, 1, 0.8);
    for (const [size, abs] of [
      [100, 2e-2],
      [200, 5e-3],
      [400, 1.3e-3],
    ] as const) {
      const grid = { size, radius: 5 };
      const density = aggregatedPosterior(mu, sigma, grid);
      for (let cell = 0; cell < density.length; cell += 37) {
        const [x, y] = [cellMidpoint(grid, cell % size), cellMidpoint(grid, Math.floor(cell / size))];
        let expected = 0;
        for (let i = 0; i < 10; i += 2) {
          expected += gaussianDensity(x, mu[i]!, sigma[i]!) * gaussianDensity(y, mu[i + 1]!, sigma[i + 1]!);
        }
        expectClose(density[cell]!, expected / 5, { abs });
      }
    }
  });

  it.each([0, 1e-300, 1e-17, 1e-12, 1e-6, 1e-3, 0.02, 0.3, 1, 4])('has mass 1 at sigma %f', (size) => {
    const random = createRandom(7);
    const cloud = randomCloud(random, 50, 3, size);
    // On edges of cells, in corners, and at the outer edge of the grid.
    cloud.mu.set([0, 0, 0.25, -0.5, 9, 9, -9, 9, 9, -9]);
    const grid = gridAround(cloud.mu, cloud.sigma, 72);
    const density = aggregatedPosterior(cloud.mu, cloud.sigma, grid);
    // The grid ends at 5σ, where one code in 50 may lose 3e-7 on two axes.
    expectClose(gridMass(density, grid), 1, { abs: 2e-8 });
    expect(density.every((value) => value >= 0)).toBe(true);
  });

  it('has the mean and variance of the mixture', () => {
    fc.assert(
      fc.property(real(-2, 2), real(-2, 2), real(0.2, 1), real(0.2, 1), (m0, m1, s0, s1) => {
        const grid = { size: 100, radius: 10 };
        const density = aggregatedPosterior([m0, 0, m1, 0], [s0, 1, s1, 1], grid);
        let mean = 0;
        let square = 0;
        for (let cell = 0; cell < density.length; cell++) {
          const x = cellMidpoint(grid, cell % 100);
          mean += x * density[cell]! * cellSide(grid) ** 2;
          square += x * x * density[cell]! * cellSide(grid) ** 2;
        }
        expectClose(mean, (m0 + m1) / 2, { abs: 1e-6 }, 'mean');
        // Moving the mass of a cell to its midpoint adds side²/12 (Sheppard's correction).
        const expected = (m0 * m0 + m1 * m1 + s0 * s0 + s1 * s1) / 2 + cellSide(grid) ** 2 / 12;
        expectClose(square, expected, { abs: 1e-4 }, 'square');
      }),
      seeded,
    );
  });

  it('is the mean of its codes, whether they are added one by one or four at a time', () => {
    const random = createRandom(8);
    for (const [n, size] of [
      [1, 1],
      [3, 1],
      [9, 0.9],
      [10, 0.05],
      [31, 0.4],
    ] as const) {
      const { mu, sigma } = randomCloud(random, n, 1, size);
      const sum = new Float64Array(GRID.size ** 2);
      for (let i = 0; i < n; i++) {
        const one = aggregatedPosterior(mu.subarray(2 * i, 2 * i + 2), sigma.subarray(2 * i, 2 * i + 2), GRID);
        for (let cell = 0; cell < sum.length; cell++) sum[cell]! += one[cell]! / n;
      }
      expectAllClose(aggregatedPosterior(mu, sigma, GRID), sum, { abs: 1e-14, rel: 1e-12 }, `n ${n}`);
    }
  });

  it('does not depend on the order of the codes, and turns with them', () => {
    const random = createRandom(9);
    const cloud = randomCloud(random, 30, 1, 0.3);
    const density = aggregatedPosterior(cloud.mu, cloud.sigma, GRID);
    const other = reordered(cloud, random);
    expectAllClose(aggregatedPosterior(other.mu, other.sigma, GRID), density, { abs: 1e-14, rel: 1e-12 });

    const swap = (values: Float32Array): Float32Array => values.map((_, i) => values[i ^ 1]!);
    const swapped: Cloud = { mu: swap(cloud.mu), sigma: swap(cloud.sigma) };
    const transposed = density.map((_, cell) => density[(cell % 40) * 40 + Math.floor(cell / 40)]!);
    expectAllClose(aggregatedPosterior(swapped.mu, swapped.sigma, GRID), transposed, { abs: 1e-14, rel: 1e-12 });

    const opposite = aggregatedPosterior(
      cloud.mu.map((value) => -value),
      cloud.sigma,
      GRID,
    );
    expectAllClose(opposite, density.toReversed(), { abs: 1e-13, rel: 1e-10 });
  });

  it('overwrites the array it is given', () => {
    const out = new Float64Array(GRID.size ** 2).fill(7);
    expect(aggregatedPosterior([0, 0], [1, 1], GRID, out)).toBe(out);
    expectClose(gridMass(out, GRID), 1, { abs: 2e-6 });
  });

  it('says by its mass how much lies outside', () => {
    const grid = { size: 50, radius: 1 };
    const inside = normalCdf(1) - normalCdf(-1);
    expectClose(gridMass(aggregatedPosterior([0, 0], [1, 1], grid), grid), inside * inside, { abs: 1e-12 });
    expect(gridMass(aggregatedPosterior([30, 0], [1, 1], grid), grid)).toBe(0);
    expect(gridMass(aggregatedPosterior([30, 0], [0, 0], grid), grid)).toBe(0);
  });
});
