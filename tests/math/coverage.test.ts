import { describe, expect, it } from 'vitest';
import { Coverage } from '../../src/math/coverage';
import { normalCdf } from '../../src/math/normal';
import { cellMidpoint, cellSide, type Grid } from '../../src/math/quadrature';
import { createRandom } from '../../src/math/random';
import { expectClose } from '../support/close';
import { type Cloud, randomCloud, reordered } from './clouds';

const UNIT: Cloud = { mu: Float32Array.of(0, 0), sigma: Float32Array.of(1, 1) };
/** Prior mass of the disc of radius r. */
const discMass = (r: number): number => 1 - Math.exp(-0.5 * r * r);
const coverage = new Coverage();

/** Cell by cell, ellipse by ellipse: the definition. */
function byPoints({ mu, sigma }: Cloud, scale: number, grid: Grid): { prior: number; circle: number } {
  const side = cellSide(grid);
  const mass = (i: number): number => normalCdf((i + 1) * side - grid.radius) - normalCdf(i * side - grid.radius);
  let prior = 0;
  let inside = 0;
  let disc = 0;
  for (let row = 0; row < grid.size; row++) {
    for (let column = 0; column < grid.size; column++) {
      const x = cellMidpoint(grid, column);
      const y = cellMidpoint(grid, row);
      let covered = false;
      for (let i = 0; 2 * i < mu.length && !covered; i++) {
        const u = (x - mu[2 * i]!) / (scale * sigma[2 * i]!);
        const v = (y - mu[2 * i + 1]!) / (scale * sigma[2 * i + 1]!);
        covered = u * u + v * v <= 1;
      }
      if (covered) prior += mass(column) * mass(row);
      if (Math.hypot(x, y) > 1) continue;
      disc++;
      if (covered) inside++;
    }
  }
  return { prior, circle: inside / disc };
}

describe('coverage by one ellipse', () => {
  it('that is the unit circle: all of the disc and 1 − e^{−1/2} of the prior', () => {
    expect(coverage.circleCoverage(UNIT.mu, UNIT.sigma, 1)).toBe(1);
    expectClose(coverage.priorCoverage(UNIT.mu, UNIT.sigma, 1), discMass(1), { abs: 4e-3 });
    expectClose(coverage.priorCoverage(UNIT.mu, UNIT.sigma, 2), discMass(2), { abs: 4e-3 });
  });

  it('approaches the exact mass on finer grids', () => {
    const fine = new Coverage(1000);
    for (const r of [0.3, 1, 2, 3]) {
      expectClose(fine.priorCoverage(UNIT.mu, UNIT.sigma, r), discMass(r), { abs: 5e-4 }, `radius ${r}`);
    }
    // The disc of radius r ≤ 1 covers r² of the unit disc.
    expectClose(fine.circleCoverage(UNIT.mu, UNIT.sigma, 0.5), 0.25, { abs: 5e-4 });
  });

  it('is 0 without area: no codes, s = 0, a segment, or far away', () => {
    const none = new Float32Array(0);
    for (const measure of ['priorCoverage', 'circleCoverage'] as const) {
      expect(coverage[measure](none, none, 1)).toBe(0);
      expect(coverage[measure](UNIT.mu, UNIT.sigma, 0)).toBe(0);
      expect(coverage[measure](UNIT.mu, Float32Array.of(1, 0), 1)).toBe(0);
      expect(coverage[measure](Float32Array.of(37, -20), UNIT.sigma, 1)).toBe(0);
    }
  });

  it('is 0 for points and segments that run through midpoints of cells', () => {
    const small = new Coverage(16, 1);
    for (const axes of [
      [0, 0],
      [0, 1],
      [1, 0],
    ]) {
      expect(small.priorCoverage([1 / 16, 1 / 16], axes, 1)).toBe(0);
      expect(small.circleCoverage([1 / 8, 1 / 8], axes, 1)).toBe(0);
    }
  });

  it('is everything under an ellipse without end', () => {
    const huge = Float32Array.of(Infinity, 1e30);
    expect(coverage.circleCoverage(UNIT.mu, huge, 1)).toBe(1);
    expectClose(coverage.priorCoverage(UNIT.mu, huge, 1), 1, { abs: 2e-6 });
  });

  it('passes over codes that are not numbers', () => {
    const mu = Float32Array.of(Number.NaN, 0, 0, 0, 0, 0);
    const sigma = Float32Array.of(1, 1, 1, 1, 1, Number.NaN);
    const alone = coverage.priorCoverage(UNIT.mu, UNIT.sigma, 1);
    expect(coverage.priorCoverage(mu, sigma, 1)).toBe(alone);
  });
});

describe('coverage by many ellipses', () => {
  it.each([
    { n: 1, spread: 1, size: 1 },
    { n: 7, spread: 1, size: 0.3 },
    { n: 60, spread: 1, size: 0.15 },
    { n: 200, spread: 0.7, size: 0.04 },
    { n: 40, spread: 4, size: 0.8 },
  ])('is that of point tests: n $n, spread $spread, size $size', ({ n, spread, size }) => {
    const random = createRandom(2016, n);
    const small = new Coverage(48, 4);
    for (let round = 0; round < 4; round++) {
      const cloud = randomCloud(random, n, spread, size);
      const scale = 2 * random.uniform();
      const prior = byPoints(cloud, scale, { size: 48, radius: 4 }).prior;
      const circle = byPoints(cloud, scale, { size: 24, radius: 1 }).circle;
      expectClose(small.priorCoverage(cloud.mu, cloud.sigma, scale), prior, { abs: 1e-12 }, 'prior');
      expectClose(small.circleCoverage(cloud.mu, cloud.sigma, scale), circle, { abs: 1e-12 }, 'circle');
    }
  });

  it('adds where they are disjoint and does not where they repeat', () => {
    const left: Cloud = { mu: Float32Array.of(-0.6, 0.2), sigma: Float32Array.of(0.3, 0.5) };
    const right: Cloud = { mu: Float32Array.of(0.5, -0.4), sigma: Float32Array.of(0.4, 0.2) };
    const both: Cloud = {
      mu: Float32Array.of(...left.mu, ...right.mu),
      sigma: Float32Array.of(...left.sigma, ...right.sigma),
    };
    const twice: Cloud = {
      mu: Float32Array.of(...left.mu, ...left.mu),
      sigma: Float32Array.of(...left.sigma, ...left.sigma),
    };
    for (const measure of ['priorCoverage', 'circleCoverage'] as const) {
      const of = ({ mu, sigma }: Cloud): number => coverage[measure](mu, sigma, 1);
      expect(of(left)).toBeGreaterThan(0);
      expectClose(of(both), of(left) + of(right), { abs: 1e-14 });
      expect(of(twice)).toBe(of(left));
    }
  });

  it('never falls as the ellipses grow, and stays within 0 … 1', () => {
    const { mu, sigma } = randomCloud(createRandom(11), 300, 1, 0.1);
    for (const measure of ['priorCoverage', 'circleCoverage'] as const) {
      let before = 0;
      for (let scale = 0; scale <= 12; scale += 0.25) {
        const now = coverage[measure](mu, sigma, scale);
        expect(now).toBeGreaterThanOrEqual(before);
        expect(now).toBeLessThanOrEqual(1 + 1e-12);
        before = now;
      }
      expect(before).toBeGreaterThan(0.99);
    }
  });

  it('does not depend on the order of the codes, nor on what was asked before', () => {
    const random = createRandom(12);
    const cloud = randomCloud(random, 100, 1, 0.2);
    const prior = coverage.priorCoverage(cloud.mu, cloud.sigma, 1);
    const circle = coverage.circleCoverage(cloud.mu, cloud.sigma, 1);
    const other = reordered(cloud, random);
    coverage.priorCoverage(UNIT.mu, UNIT.sigma, 3);
    coverage.circleCoverage(UNIT.mu, UNIT.sigma, 3);
    expect(coverage.priorCoverage(other.mu, other.sigma, 1)).toBe(prior);
    expect(coverage.circleCoverage(other.mu, other.sigma, 1)).toBe(circle);
  });
});
