import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bernoulliNll,
  bernoulliNllByLogit,
  bhattacharyya,
  bhattacharyyaDiagonal,
  bhattacharyyaFull,
  gaussianDensity,
  gaussianLogDensity,
  gaussianNll,
  gaussianNllByLogVar,
  gaussianNllByMean,
} from '../../src/math/gaussian';
import golden from '../fixtures/golden_closed_forms.json';
import { expectClose } from '../support/close';
import { derivative } from './difference';

const seeded = { seed: 1401, numRuns: 300 };
const closed = { abs: 1e-12, rel: 1e-12 };

const real = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const mus = real(-5, 5);
const sigmas = real(0.02, 5);
const chols = fc.tuple(real(0.02, 5), real(-5, 5), real(0.02, 5));
const points = fc.tuple(mus, mus);

describe('Gaussian density', () => {
  it('integrates to 1 and is the exponential of its logarithm', () => {
    fc.assert(
      fc.property(mus, sigmas, (mu, sigma) => {
        const step = sigma / 8;
        let mass = 0;
        for (let i = -80; i <= 80; i++) {
          const x = mu + i * step;
          mass += gaussianDensity(x, mu, sigma) * step;
          expectClose(Math.exp(gaussianLogDensity(x, mu, sigma)), gaussianDensity(x, mu, sigma), { rel: 1e-12 });
        }
        expectClose(mass, 1, { abs: 1e-13 });
      }),
      { ...seeded, numRuns: 50 },
    );
  });

  it('keeps its logarithm where it underflows', () => {
    expect(gaussianDensity(100, 0, 1)).toBe(0);
    expectClose(gaussianLogDensity(100, 0, 1), -5000 - 0.5 * Math.log(2 * Math.PI), closed);
  });
});

describe('Gaussian NLL', () => {
  it.each(golden.gaussian_nll.cases)('golden: x $x, mean $mean, logVar $logvar', (c) => {
    expectClose(gaussianNll(c.x, c.mean, c.logvar), c.nll, closed, 'nll');
    expectClose(gaussianNllByMean(c.x, c.mean, c.logvar), c.d_mean, closed, 'by mean');
    expectClose(gaussianNllByLogVar(c.x, c.mean, c.logvar), c.d_logvar, closed, 'by logVar');
  });

  it('is least, over one shared variance, at the mean squared error', () => {
    const { x, mean, optimal_var, nll_sum_at_optimum, nll_sum_at_unit_var } = golden.gaussian_nll.shared_variance;
    const sum = (variance: number): number =>
      x.reduce((total, value, i) => total + gaussianNll(value, mean[i]!, Math.log(variance)), 0);
    const mse = x.reduce((total, value, i) => total + (value - mean[i]!) ** 2, 0) / x.length;
    expectClose(mse, optimal_var, closed);
    expectClose(sum(mse), nll_sum_at_optimum, closed);
    expectClose(sum(1), nll_sum_at_unit_var, closed);
    const slope = x.reduce((total, value, i) => total + gaussianNllByLogVar(value, mean[i]!, Math.log(mse)), 0);
    expectClose(slope, 0, { abs: 1e-12 });
  });

  it('is minus the log density, with the derivatives that finite differences give', () => {
    fc.assert(
      fc.property(mus, mus, real(-6, 4), (x, mean, logVar) => {
        expectClose(gaussianNll(x, mean, logVar), -gaussianLogDensity(x, mean, Math.exp(logVar / 2)), closed);
        const byMean = derivative((m) => gaussianNll(x, m, logVar), mean);
        const byLogVar = derivative((l) => gaussianNll(x, mean, l), logVar);
        expectClose(gaussianNllByMean(x, mean, logVar), byMean, { abs: 1e-6, rel: 1e-8 }, 'by mean');
        expectClose(gaussianNllByLogVar(x, mean, logVar), byLogVar, { abs: 1e-6, rel: 1e-8 }, 'by logVar');
      }),
      seeded,
    );
  });
});

describe('Bernoulli NLL', () => {
  it.each(golden.bernoulli_nll.cases)('golden: logit $logit, x $x', (c) => {
    // Relative to 1e-12 alone: the matching class at logit ±100 costs 3.7e-44, not 0.
    const keepsDigits = c.nll !== 0 && (c.x === 0 || c.x === 1);
    expectClose(bernoulliNll(c.x, c.logit), c.nll, keepsDigits ? { rel: 1e-12 } : closed, 'nll');
    const slope = bernoulliNllByLogit(c.x, c.logit);
    expectClose(slope, c.dnll_dlogit, keepsDigits ? { rel: 1e-12 } : closed, 'by logit');
  });

  it('is finite for every finite logit', () => {
    for (const logit of [Number.MAX_VALUE, -Number.MAX_VALUE, 1e4, -1e4]) {
      for (const x of [0, 0.25, 1]) {
        expect(bernoulliNll(x, logit)).toSatisfy(Number.isFinite);
        expect(bernoulliNllByLogit(x, logit)).toSatisfy(Number.isFinite);
      }
    }
  });

  it('does not change when ink and paper are exchanged', () => {
    fc.assert(
      fc.property(real(0, 1), real(-50, 50), (x, logit) => {
        expectClose(bernoulliNll(1 - x, -logit), bernoulliNll(x, logit), closed);
        expectClose(bernoulliNllByLogit(1 - x, -logit), -bernoulliNllByLogit(x, logit), closed);
      }),
      seeded,
    );
  });

  it('is least where the sigmoid is the target', () => {
    fc.assert(
      fc.property(real(0.01, 0.99), real(-20, 20), (x, logit) => {
        const best = Math.log(x / (1 - x));
        expectClose(bernoulliNllByLogit(x, best), 0, { abs: 1e-14 });
        expect(bernoulliNll(x, logit)).toBeGreaterThanOrEqual(bernoulliNll(x, best) - 1e-14);
      }),
      seeded,
    );
  });

  it('has the derivative that finite differences give', () => {
    // A quarter away from the kink of |a|, which the two branches of the formula must hide.
    fc.assert(
      fc.property(real(0, 1), real(-30, 30), (x, logit) =>
        expectClose(
          bernoulliNllByLogit(x, logit),
          derivative((a) => bernoulliNll(x, a), logit),
          { abs: 1e-9 },
        ),
      ),
      seeded,
    );
    expectClose(
      bernoulliNllByLogit(0.3, 0),
      derivative((a) => bernoulliNll(0.3, a), 0),
      { abs: 1e-11 },
    );
  });
});

type GoldenPair = (typeof golden.bhattacharyya.cases)[number];

describe('Bhattacharyya distance', () => {
  const packed = ([[l00], [l10, l11]]: number[][]): number[] => [l00!, l10!, l11!];
  const distance = (c: GoldenPair): number => {
    if (c.dim === 1) return bhattacharyya(Number(c.mu1), Number(c.sigma1), Number(c.mu2), Number(c.sigma2));
    const [mu1, mu2] = [c.mu1 as number[], c.mu2 as number[]];
    return c.chol1 && c.chol2
      ? bhattacharyyaFull(mu1, packed(c.chol1), mu2, packed(c.chol2))
      : bhattacharyyaDiagonal(mu1, c.sigma1 as number[], mu2, c.sigma2 as number[]);
  };

  it.each(golden.bhattacharyya.cases.map((c, i) => ({ ...c, i })))('golden case $i, dimension $dim', (c) => {
    expectClose(distance(c), c.distance, closed, 'distance');
    expectClose(Math.exp(-distance(c)), c.coefficient, { rel: 1e-12 }, 'coefficient');
  });

  it('is symmetric, never negative, and zero from a Gaussian to itself', () => {
    fc.assert(
      fc.property(mus, sigmas, mus, sigmas, (mu1, sigma1, mu2, sigma2) => {
        const there = bhattacharyya(mu1, sigma1, mu2, sigma2);
        expect(there).toBeGreaterThanOrEqual(0);
        expect(bhattacharyya(mu2, sigma2, mu1, sigma1)).toBe(there);
        expect(bhattacharyya(mu1, sigma1, mu1, sigma1)).toBe(0);
      }),
      seeded,
    );
    fc.assert(
      fc.property(points, chols, points, chols, (mu1, chol1, mu2, chol2) => {
        const there = bhattacharyyaFull(mu1, chol1, mu2, chol2);
        expect(there).toBeGreaterThanOrEqual(0);
        expectClose(bhattacharyyaFull(mu2, chol2, mu1, chol1), there, { rel: 1e-12 });
        expect(bhattacharyyaFull(mu1, chol1, mu1, chol1)).toBe(0);
      }),
      seeded,
    );
  });

  it('of diagonal factors is the sum over the axes', () => {
    fc.assert(
      fc.property(points, points, fc.tuple(sigmas, sigmas), fc.tuple(sigmas, sigmas), (mu1, mu2, s1, s2) =>
        expectClose(
          bhattacharyyaFull(mu1, [s1[0], 0, s1[1]], mu2, [s2[0], 0, s2[1]]),
          bhattacharyyaDiagonal(mu1, s1, mu2, s2),
          { rel: 1e-11, abs: 1e-14 },
        ),
      ),
      seeded,
    );
  });

  it('does not change when both Gaussians are turned and stretched', () => {
    // z ↦ Tz with T lower triangular keeps the factors lower triangular.
    const apply = ([t00, t10, t11]: number[], [x, y]: number[]): number[] => [t00! * x!, t10! * x! + t11! * y!];
    const times = (t: number[], [l00, l10, l11]: number[]): number[] => {
      const [c00, c10] = apply(t, [l00!, l10!]);
      return [c00!, c10!, t[2]! * l11!];
    };
    fc.assert(
      fc.property(points, chols, points, chols, chols, (mu1, chol1, mu2, chol2, map) =>
        expectClose(
          bhattacharyyaFull(apply(map, mu1), times(map, chol1), apply(map, mu2), times(map, chol2)),
          bhattacharyyaFull(mu1, chol1, mu2, chol2),
          { rel: 1e-8, abs: 1e-10 },
        ),
      ),
      seeded,
    );
  });
});
