import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AxisDensity, unitDraws } from '../../src/math/axisDensity';
import { bhattacharyya, divergence, divergenceAt, estimatedDivergence } from '../../src/math/divergence';
import { klAxis } from '../../src/math/kl';
import { createRandom } from '../../src/math/random';
import { expectClose } from '../support/close';

const normal = (mu: number, sigma: number): AxisDensity => ({ shape: 'normal', mu, sigma });
const box = (mu: number, sigma: number): AxisDensity => ({ shape: 'box', mu, sigma });
const places = fc.double({ min: -3, max: 3, noNaN: true });
const widths = fc.double({ min: 0.05, max: 3, noNaN: true });
const check = (property: (mu: number, sigma: number) => void): void =>
  fc.assert(fc.property(places, widths, property), { seed: 11, numRuns: 100 });

const PRIOR = normal(0, 1);

describe('the integrals', () => {
  it('are the closed form of the KL of normal densities, both ways', () => {
    check((mu, sigma) => {
      expectClose(divergence(normal(mu, sigma), PRIOR), klAxis(mu, sigma), { abs: 1e-9, rel: 1e-9 });
      // The KL stays what it is when both are moved and stretched.
      const back = klAxis(-mu / sigma, 1 / sigma);
      expectClose(divergence(PRIOR, normal(mu, sigma)), back, { abs: 1e-9, rel: 1e-9 });
    });
  });

  it('of a box are that of the normal one of the same moments and ½ ln(2πe/12)', () => {
    check((mu, sigma) => {
      const more = 0.5 * Math.log((2 * Math.PI * Math.E) / 12);
      expectClose(divergence(box(mu, sigma), PRIOR), klAxis(mu, sigma) + more, { abs: 1e-9 });
    });
  });

  it('are infinite where the second is 0 and the first is not, and only there', () => {
    expect(divergence(PRIOR, box(0, 3))).toBe(Number.POSITIVE_INFINITY);
    expect(divergence(box(0.5, 1), box(0, 1))).toBe(Number.POSITIVE_INFINITY);
    expectClose(divergence(box(0.5, 0.5), box(0, 1)), Math.log(2), { abs: 1e-12 });
    expect(divergenceAt(PRIOR, box(0, 1), 2)).toBe(Number.POSITIVE_INFINITY);
    expect(divergenceAt(box(0, 1), PRIOR, 2)).toBe(0);
  });

  it('of the Bhattacharyya distance are its closed form for normal densities, and the same both ways', () => {
    check((mu, sigma) => {
      const q = normal(mu, sigma);
      const sum = sigma ** 2 + 1;
      const exact = (0.25 * mu ** 2) / sum + 0.5 * Math.log(sum / (2 * sigma));
      expectClose(bhattacharyya(q, PRIOR), exact, { abs: 1e-9 });
      expectClose(bhattacharyya(PRIOR, q), exact, { abs: 1e-9 });
    });
  });

  it('of the Bhattacharyya distance are finite of boxes that overlap, and infinite of those that do not', () => {
    expectClose(bhattacharyya(PRIOR, box(0, 1)), bhattacharyya(box(0, 1), PRIOR), { abs: 1e-12 });
    // Half of each overlaps with half of the other.
    expectClose(bhattacharyya(box(Math.sqrt(3), 1), box(0, 1)), Math.log(2), { abs: 1e-9 });
    expect(bhattacharyya(box(4, 1), box(0, 1))).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('the means over draws', () => {
  it('lie as far from the integral as their standard errors say', () => {
    const q = normal(1, 0.5);
    const wanted = divergence(q, PRIOR);
    const misses = Array.from({ length: 200 }, (_, seed) => {
      const [last] = estimatedDivergence(q, PRIOR, unitDraws('normal', 400, createRandom(seed)), [400]);
      return Math.abs(last!.mean - wanted) / last!.standardError;
    });
    const within = (k: number): number => misses.filter((miss) => miss < k).length / misses.length;
    expectClose(within(1), 0.683, { abs: 0.1 });
    expectClose(within(2), 0.954, { abs: 0.05 });
  });

  it('have half the error of four times the draws', () => {
    const [few, many] = estimatedDivergence(
      normal(1, 0.5),
      PRIOR,
      unitDraws('normal', 10_000, createRandom(1)),
      [2500, 10_000],
    );
    expectClose(few!.standardError / many!.standardError, 2, { rel: 0.1 });
  });

  it('are the plain mean and its error', () => {
    const eps = [0.5, -1, 2];
    const q = normal(0.3, 2);
    const ratios = eps.map((each) => klRatio(q.mu + q.sigma * each));
    const mean = (ratios[0]! + ratios[1]! + ratios[2]!) / 3;
    const variance = ratios.reduce((sum, ratio) => sum + (ratio - mean) ** 2, 0) / 2;
    const [first, , third] = estimatedDivergence(q, PRIOR, eps, [1, 2, 3]);
    expectClose(first!.mean, ratios[0]!, { abs: 1e-12 });
    expect(first!.standardError).toBeNaN();
    expectClose(third!.mean, mean, { abs: 1e-12 });
    expectClose(third!.standardError, Math.sqrt(variance / 3), { abs: 1e-12 });

    function klRatio(z: number): number {
      return -0.5 * ((z - q.mu) / q.sigma) ** 2 - Math.log(q.sigma) + 0.5 * z * z;
    }
  });

  it('are infinite from the first draw on that lies where p is 0', () => {
    const means = estimatedDivergence(PRIOR, box(0, 1), [0, 1, 2, 0, 3, 0], [1, 2, 3, 4, 5, 6]).map(({ mean }) => mean);
    const inf = Number.POSITIVE_INFINITY;
    expect(means.map((mean) => mean === inf)).toEqual([false, false, true, true, true, true]);
  });
});
