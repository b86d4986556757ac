import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logNormalInterval, normalCdf } from '../../src/math/normal';
import { expectClose } from '../support/close';
import { gaussianDensity } from './density';
import { derivative } from './difference';

const seeded = { seed: 241, numRuns: 500 };
const real = (min: number, max: number) => fc.double({ min, max, noNaN: true });

// Reference values: 400-digit arithmetic, rounded to doubles.
const CDF = [
  [0, 0.5],
  [0.5, 0.6914624612740131],
  [-1, 0.15865525393145705],
  [1.96, 0.9750021048517795],
  [-3, 0.0013498980316300946],
  [-5, 2.866515718791939e-7],
  [-7.5, 3.1908916729108963e-14],
  [-10, 7.619853024160525e-24],
  [-20, 2.7536241186062337e-89],
  [-37, 5.725571222524577e-300],
  [8, 0.9999999999999993],
] as const;
const LOG_INTERVAL = [
  [0, 0.05, -3.915087403986398],
  [-0.3, 0.4, -1.2970638476386886],
  [2, 2.05, -5.964660392718821],
  [-4.05, -4, -12.013400613681057],
  [-1, 1, -0.38171514630212605],
  [9, 9.1, -44.13930527352707],
  [40, 40.4, -804.6084421166096],
  [-60, -59.8, -1793.030229885336],
] as const;

describe('normal distribution function', () => {
  it.each(CDF)('at %f is %f', (x, expected) => {
    expectClose(normalCdf(x), expected, { abs: 1e-15 });
    if (x <= 0) expectClose(normalCdf(x), expected, { rel: 1e-8 }, 'tail');
  });

  it('is a distribution function with the normal density as its slope', () => {
    expect(normalCdf(-Infinity)).toBe(0);
    expect(normalCdf(Infinity)).toBe(1);
    fc.assert(
      fc.property(real(-8, 8), (x) => {
        expectClose(normalCdf(x) + normalCdf(-x), 1, { abs: 1e-15 });
        expectClose(gaussianDensity(x, 0, 1), derivative(normalCdf, x, 1e-2), { abs: 1e-8 });
        expect(normalCdf(x + 1e-3)).toBeGreaterThanOrEqual(normalCdf(x));
      }),
      seeded,
    );
  });
});

describe('log mass of an interval', () => {
  it.each(LOG_INTERVAL)('of %f … %f is %f', (a, b, expected) => {
    expectClose(logNormalInterval(a, b), expected, { abs: 2e-8 });
    if (Math.abs(a) < 5) expectClose(logNormalInterval(a, b), expected, { abs: 1e-10 }, 'near the origin');
  });

  it('is even, and the logarithm of a difference where that can be formed', () => {
    fc.assert(
      fc.property(real(-5, 5), real(0.01, 3), (a, width) => {
        const b = a + width;
        expect(logNormalInterval(-b, -a)).toBe(logNormalInterval(a, b));
        expectClose(Math.exp(logNormalInterval(a, b)), normalCdf(b) - normalCdf(a), { abs: 1e-14, rel: 1e-12 });
      }),
      seeded,
    );
  });

  it('is finite arbitrarily far out', () => {
    for (const a of [38, 100, 1e4, 1e8]) expect(logNormalInterval(a, a * 1.01)).toSatisfy(Number.isFinite);
  });
});
