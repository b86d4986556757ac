import { describe, expect, it } from 'vitest';
import { Coverage } from '../../src/math/coverage';
import { FAMILIES, outlineReach } from '../../src/math/family';
import { normalCdf } from '../../src/math/normal';
import { createRandom } from '../../src/math/random';
import { expectClose } from '../support/close';
import { run, runToEnd } from '../support/run';
import { type Cloud, isUnderOutline, randomCloud, reordered, upright } from './clouds';

const UNIT = upright([0, 0], [1, 1]);
/** Prior mass of the disc of radius r. */
const discMass = (r: number): number => 1 - Math.exp(-0.5 * r * r);
const coverage = new Coverage();

type Measure = (of: Coverage, cloud: Cloud, reach: number) => number;
const priorCoverage: Measure = (of, cloud, reach) => run(of.priorCoverage(cloud, reach));
const MEASURES: readonly Measure[] = [
  priorCoverage,
  (of, cloud, reach) => of.circleCoverage(cloud, reach),
  (of, cloud, reach) => run(of.circleCoverageInSlices(cloud, reach)),
];

/** Cell by cell, outline by outline: the definition. */
function byPoints(cloud: Cloud, reach: number, size: number, radius: number): { prior: number; circle: number } {
  const side = (2 * radius) / size;
  const middle = (i: number): number => (i + 0.5) * side - radius;
  const mass = (i: number): number => normalCdf((i + 1) * side - radius) - normalCdf(i * side - radius);
  let prior = 0;
  let inside = 0;
  let disc = 0;
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const covered = isUnderOutline(cloud, reach, middle(column), middle(row));
      if (covered) prior += mass(column) * mass(row);
      if (Math.hypot(middle(column), middle(row)) > 1) continue;
      disc++;
      if (covered) inside++;
    }
  }
  return { prior, circle: inside / disc };
}

describe('coverage by one ellipse', () => {
  it('that is the unit circle: all of the disc and 1 − e^{−1/2} of the prior', () => {
    expect(coverage.circleCoverage(UNIT, 1)).toBe(1);
    expectClose(priorCoverage(coverage, UNIT, 1), discMass(1), { abs: 4e-3 });
    expectClose(priorCoverage(coverage, UNIT, 2), discMass(2), { abs: 4e-3 });
  });

  it('approaches the exact mass on finer grids', () => {
    const fine = new Coverage(1000);
    for (const r of [0.3, 1, 2, 3]) {
      expectClose(priorCoverage(fine, UNIT, r), discMass(r), { abs: 5e-4 }, `radius ${r}`);
    }
    // The disc of radius r ≤ 1 covers r² of the unit disc.
    expectClose(fine.circleCoverage(UNIT, 0.5), 0.25, { abs: 5e-4 });
  });

  it('is 0 without area: no codes, s = 0, a segment, or far away', () => {
    const none = upright([], []);
    for (const measure of MEASURES) {
      expect(measure(coverage, none, 1)).toBe(0);
      expect(measure(coverage, UNIT, 0)).toBe(0);
      expect(measure(coverage, upright([0, 0], [1, 0]), 1)).toBe(0);
      expect(measure(coverage, upright([37, -20], [1, 1]), 1)).toBe(0);
    }
  });

  it('is 0 for points and segments that run through midpoints of cells', () => {
    const small = new Coverage(16, 1);
    for (const axes of [
      [0, 0],
      [0, 1],
      [1, 0],
    ]) {
      expect(priorCoverage(small, upright([1 / 16, 1 / 16], axes), 1)).toBe(0);
      expect(small.circleCoverage(upright([1 / 8, 1 / 8], axes), 1)).toBe(0);
    }
  });

  it('is everything under an ellipse without end', () => {
    const huge = upright([0, 0], [Infinity, 1e30]);
    expect(coverage.circleCoverage(huge, 1)).toBe(1);
    expectClose(priorCoverage(coverage, huge, 1), 1, { abs: 2e-6 });
  });

  it('passes over codes that are not numbers', () => {
    const odd = upright([Number.NaN, 0, 0, 0, 0, 0], [1, 1, 1, 1, 1, Number.NaN]);
    const alone = priorCoverage(coverage, UNIT, 1);
    expect(priorCoverage(coverage, odd, 1)).toBe(alone);
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
      for (const family of FAMILIES) {
        const cloud = randomCloud(random, n, spread, size, family);
        const reach = outlineReach(family, 1, 0.2 + 1.8 * random.uniform());
        const { prior } = byPoints(cloud, reach, 48, 4);
        const { circle } = byPoints(cloud, reach, 24, 1);
        if (family === 'point') expect(prior).toBe(0);
        expectClose(priorCoverage(small, cloud, reach), prior, { abs: 1e-12 }, `prior, ${family}`);
        expectClose(small.circleCoverage(cloud, reach), circle, { abs: 1e-12 }, `circle, ${family}`);
      }
    }
  });

  it('adds where they are disjoint and does not where they repeat', () => {
    const left = upright([-0.6, 0.2], [0.3, 0.5]);
    const right = upright([0.5, -0.4], [0.4, 0.2]);
    const both = upright([...left.mu, ...right.mu], [...left.sigma, ...right.sigma]);
    const twice = upright([...left.mu, ...left.mu], [...left.sigma, ...left.sigma]);
    for (const measure of MEASURES) {
      const of = (cloud: Cloud): number => measure(coverage, cloud, 1);
      expect(of(left)).toBeGreaterThan(0);
      expectClose(of(both), of(left) + of(right), { abs: 1e-14 });
      expect(of(twice)).toBe(of(left));
    }
  });

  it.each(['diagonal', 'full', 'box'] as const)(
    'never falls as outlines grow, and stays within 0 … 1: %s',
    (family) => {
      const cloud = randomCloud(createRandom(11), 300, 1, 0.1, family);
      for (const measure of MEASURES) {
        let before = 0;
        for (let reach = 0; reach <= 20; reach += 0.25) {
          const now = measure(coverage, cloud, reach);
          expect(now).toBeGreaterThanOrEqual(before);
          expect(now).toBeLessThanOrEqual(1 + 1e-12);
          before = now;
        }
        expect(before).toBeGreaterThan(0.99);
      }
    },
  );

  it('does not depend on the order of the codes, nor on what was asked before', () => {
    const random = createRandom(12);
    const cloud = randomCloud(random, 100, 1, 0.2, 'full');
    const prior = priorCoverage(coverage, cloud, 1);
    const circle = coverage.circleCoverage(cloud, 1);
    const other = reordered(cloud, random);
    priorCoverage(coverage, UNIT, 3);
    coverage.circleCoverage(UNIT, 3);
    expect(priorCoverage(coverage, other, 1)).toBe(prior);
    expect(coverage.circleCoverage(other, 1)).toBe(circle);
  });
});

describe('coverage in slices', () => {
  const cloud = randomCloud(createRandom(13), 30_000, 1, 0.1, 'full');

  it('gives way often, and is what is found at once, whatever is asked for meanwhile', () => {
    const { value, turns } = runToEnd(coverage.circleCoverageInSlices(cloud, 1));
    expect(turns).toBeGreaterThan(10);
    expect(value).toBe(coverage.circleCoverage(cloud, 1));
    const alone = priorCoverage(coverage, cloud, 1);
    const [one, other] = [coverage.priorCoverage(cloud, 1), coverage.priorCoverage(UNIT, 1)];
    one.next();
    coverage.circleCoverage(UNIT, 2);
    const between = run(other);
    expect(run(one)).toBe(alone);
    expect(between).toBe(priorCoverage(coverage, UNIT, 1));
  });
});

describe('coverage by one outline of another shape', () => {
  const fine = new Coverage(1000);

  it('a rectangle: the product of the masses of its sides', () => {
    const box = upright([0.4, -0.3], [0.5, 0.25], 'box');
    const reach = outlineReach('box', 1, 1);
    const side = (mu: number, sigma: number): number =>
      normalCdf(mu + Math.sqrt(3) * sigma) - normalCdf(mu - Math.sqrt(3) * sigma);
    expectClose(priorCoverage(fine, box, reach), side(0.4, 0.5) * side(-0.3, 0.25), { abs: 2e-3 });
    expect(priorCoverage(fine, box, outlineReach('box', 2, 1))).toBe(priorCoverage(fine, box, reach));
  });

  it('a tilted ellipse: its share of the disc is its area', () => {
    const tilted: Cloud = { ...upright([0, 0], [0.5, 0.5], 'full'), correlation: Float32Array.of(0.8) };
    // Semi-axes .5·√1.8 and .5·√.2, both within the disc.
    expectClose(fine.circleCoverage(tilted, 1), 0.25 * Math.sqrt(1.8 * 0.2), { abs: 1e-3 });
    const mirrored = { ...tilted, correlation: Float32Array.of(-0.8) };
    expectClose(priorCoverage(fine, tilted, 2), priorCoverage(fine, mirrored, 2), { abs: 1e-12 });
  });
});
