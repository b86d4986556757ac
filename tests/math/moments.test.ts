import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moments } from '../../src/math/moments';
import { createRandom } from '../../src/math/random';
import { expectAllClose, expectClose } from '../support/close';
import { randomCloud, reordered } from './clouds';

const exact = { abs: 1e-14, rel: 1e-14 };

describe('moments', () => {
  it('of four codes, by hand', () => {
    const found = moments([3, 4, -1, 0, 1, 0, 1, 0], [0.5, 1, 0.5, 1, 0.5, 1, 0.5, 3]);
    expect([...found.mean]).toEqual([1, 1]);
    expectAllClose(found.variance, [2, 3], exact, 'variance');
    expectAllClose(found.meanSigma, [0.5, 1.5], exact, 'mean sigma');
    expectAllClose(found.identity, [2.25, 6], exact, 'identity');
    expect(found.activeAxes).toBe(2);
    expectClose(found.spread, Math.sqrt(2.5), exact, 'spread');
    expectClose(found.largestRadius, 5, exact, 'largest radius');
  });

  it('counts the axes whose centres vary by more than 0.01', () => {
    // Variances 0.01 + ε, 0.01 − ε, 0.
    const mu = [0.1001, 0.0999, 5, -0.1001, -0.0999, 5];
    expect(
      moments(
        mu,
        mu.map(() => 1),
        3,
      ).activeAxes,
    ).toBe(1);
  });

  it('of one code has no variance', () => {
    const found = moments([3, -4], [0.1, 0.2]);
    expectAllClose(found.variance, [0, 0], exact);
    expect(found.spread).toBe(0);
    expect(found.activeAxes).toBe(0);
    expectClose(found.largestRadius, 5, exact);
  });

  it('moves with the codes, scales with them, and does not see their order', () => {
    const random = createRandom(21);
    const cloud = randomCloud(random, 200, 1, 0.3);
    const here = moments(cloud.mu, cloud.sigma);
    const real = (min: number, max: number) => fc.double({ min, max, noNaN: true });
    fc.assert(
      fc.property(real(-100, 100), real(0.1, 10), (by, times) => {
        const there = moments(
          Float64Array.from(cloud.mu, (m) => times * m + by),
          cloud.sigma,
        );
        expectAllClose(
          there.variance,
          here.variance.map((v) => times * times * v),
          { rel: 1e-10 },
          'variance',
        );
        expectClose(there.spread, times * here.spread, { rel: 1e-10 }, 'spread');
      }),
      { seed: 22, numRuns: 50 },
    );
    const other = reordered(cloud, random);
    const shuffled = moments(other.mu, other.sigma);
    expectAllClose(shuffled.variance, here.variance, { rel: 1e-12 });
    expect(shuffled.largestRadius).toBe(here.largestRadius);
  });

  it('keeps the variance of a tight cloud far from the origin', () => {
    const random = createRandom(23);
    const offsets = Float64Array.from({ length: 400 }, () => 1e-3 * random.normal());
    const far = moments(
      offsets.map((m) => m + 1e5),
      offsets.map(() => 1),
    );
    expectAllClose(
      far.variance,
      moments(
        offsets,
        offsets.map(() => 1),
      ).variance,
      { rel: 1e-5 },
    );
  });

  it('meets the moment identity where the codes are a sample of the optimum', () => {
    const random = createRandom(24);
    const s = 0.4;
    const mu = Float32Array.from({ length: 20000 }, () => Math.sqrt(1 - s * s) * random.normal());
    expectAllClose(
      moments(
        mu,
        mu.map(() => s),
      ).identity,
      [1, 1],
      { abs: 0.03 },
    );
  });
});
