import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalCdf } from '../../src/math/normal';
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
