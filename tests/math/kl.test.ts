import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BOX_EXCESS,
  boxKlAxis,
  klAxis,
  klAxisByLogVar,
  klAxisByMu,
  klAxisBySigma,
  klAxisFromLogVar,
  klFull,
  klFullToPrior,
  klFullToPriorByChol,
  simpleAxis,
  simpleAxisByLogVar,
  simpleAxisByMu,
  simpleAxisBySigma,
} from '../../src/math/kl';
import golden from '../fixtures/golden_closed_forms.json';
import { expectClose } from '../support/close';
import { derivative } from './difference';

const seeded = { seed: 1312, numRuns: 300 };
const closed = { abs: 1e-12, rel: 1e-12 };
const slope = { abs: 1e-8, rel: 1e-8 };

const real = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const mus = real(-20, 20);
const sigmas = real(0.05, 20);
const chols = fc.tuple(real(0.1, 5), real(-5, 5), real(0.1, 5));
const points = fc.tuple(real(-5, 5), real(-5, 5));
const packed = ([[l00], [l10, l11]]: number[][]): number[] => [l00!, l10!, l11!];

describe('KL of a diagonal Gaussian to the prior, per axis', () => {
  it.each(golden.kl_gauss_std.cases)('golden: mu $mu, sigma $sigma', (c) => {
    expectClose(klAxis(c.mu, c.sigma), c.kl, closed, 'kl');
    expectClose(klAxisFromLogVar(c.mu, c.logvar), c.kl, closed, 'kl from logVar');
    expectClose(klAxisByMu(c.mu), c.dkl_dmu, closed, 'by mu');
    expectClose(klAxisBySigma(c.sigma), c.dkl_dsigma, closed, 'by sigma');
    expectClose(klAxisByLogVar(c.logvar), c.dkl_dlogvar, closed, 'by logVar');
    expectClose(simpleAxis(c.mu, c.sigma), c.simple, closed, 'simple');
    expectClose(simpleAxisByMu(c.mu), c.dsimple_dmu, closed, 'simple by mu');
    expectClose(simpleAxisBySigma(c.sigma), c.dsimple_dsigma, closed, 'simple by sigma');
  });

  it('keeps its digits next to the prior, where the terms cancel', () => {
    // Σ_{k≥2} (−d)^k/k + d²/2 for σ = 1 + d.
    for (const d of [2 ** -20, -(2 ** -20), 2 ** -30]) {
      expectClose(klAxis(0, 1 + d), d * d - d ** 3 / 3 + d ** 4 / 4, { rel: 1e-9 });
    }
  });

  it('is positive away from the prior and zero at it', () => {
    expect(klAxis(0, 1)).toBe(0);
    expect(klAxisFromLogVar(0, 0)).toBe(0);
    fc.assert(
      fc.property(mus, sigmas, (mu, sigma) => klAxis(mu, sigma) >= 0 && simpleAxis(mu, sigma) >= 0),
      seeded,
    );
    fc.assert(
      fc.property(real(1 - 1e-6, 1 + 1e-6), (sigma) => klAxis(0, sigma) >= 0),
      seeded,
    );
  });

  it('is infinite for a point', () => {
    expect(klAxis(0.3, 0)).toBe(Infinity);
  });

  it('does not depend on the parametrisation', () => {
    fc.assert(
      fc.property(mus, real(-14, 6), (mu, logVar) =>
        expectClose(klAxisFromLogVar(mu, logVar), klAxis(mu, Math.exp(logVar / 2)), { abs: 1e-13, rel: 1e-12 }),
      ),
      seeded,
    );
  });

  it('has the derivatives that finite differences give', () => {
    fc.assert(
      fc.property(mus, sigmas, (mu, sigma) => {
        const logVar = 2 * Math.log(sigma);
        const h = 1e-3 * sigma;
        expectClose(
          klAxisByMu(mu),
          derivative((m) => klAxis(m, sigma), mu),
          slope,
          'KL by mu',
        );
        expectClose(
          klAxisBySigma(sigma),
          derivative((s) => klAxis(0, s), sigma, h),
          slope,
          'KL by sigma',
        );
        expectClose(
          klAxisByLogVar(logVar),
          derivative((l) => klAxisFromLogVar(0, l), logVar),
          slope,
          'KL by logVar',
        );
        expectClose(
          simpleAxisByMu(mu),
          derivative((m) => simpleAxis(m, sigma), mu),
          slope,
          'simple by mu',
        );
        expectClose(
          simpleAxisBySigma(sigma),
          derivative((s) => simpleAxis(mu, s), sigma),
          slope,
          'simple by sigma',
        );
        const simple = (l: number): number => simpleAxis(0, Math.exp(l / 2));
        expectClose(simpleAxisByLogVar(logVar), derivative(simple, logVar), slope, 'simple by logVar');
      }),
      seeded,
    );
  });
});

describe('KL of a box to the prior', () => {
  it.each(golden.kl_uniform_std.cases)('golden: $a … $b', (c) => {
    const sigma = c.halfwidth / Math.sqrt(3);
    expectClose(boxKlAxis(c.centre, sigma), c.kl, closed, 'kl');
    // The ends are centre ∓ √3·sigma.
    const byCentre = 0.5 * klAxisByMu(c.centre);
    const byWidth = (0.5 * klAxisBySigma(sigma)) / Math.sqrt(3);
    expectClose(byCentre - byWidth, c.dkl_da, closed, 'by a');
    expectClose(byCentre + byWidth, c.dkl_db, closed, 'by b');
  });

  it('has the derivatives of the Gaussian', () => {
    fc.assert(
      fc.property(mus, sigmas, (mu, sigma) => {
        const width = (s: number): number =>
          -Math.log(2 * Math.sqrt(3) * s) + 0.5 * Math.log(2 * Math.PI) + 0.5 * (mu * mu + s * s);
        expectClose(boxKlAxis(mu, sigma), width(sigma), closed);
        expectClose(klAxisBySigma(sigma), derivative(width, sigma, 1e-3 * sigma), { abs: 1e-7, rel: 1e-8 });
      }),
      seeded,
    );
  });

  it('costs the same everywhere: ½ ln(2πe/12)', () => {
    expectClose(BOX_EXCESS, 0.17648520831067258, closed);
    expect(boxKlAxis(0, 1)).toBe(BOX_EXCESS);
  });
});

describe('KL of a full-covariance Gaussian', () => {
  it.each(golden.kl_fullcov_2d.cases)('golden: mu $mu, factor $chol', (c) => {
    const other = golden.kl_fullcov_2d.cases[c.other]!;
    expectClose(klFullToPrior(c.mu, packed(c.chol)), c.kl_to_std, closed, 'to the prior');
    expectClose(klFull(c.mu, packed(c.chol), other.mu, packed(other.chol)), c.kl_to_other, closed, 'to another');
    const [s0, s1] = [Math.sqrt(c.cov[0]![0]!), Math.sqrt(c.cov[1]![1]!)];
    expectClose(klAxis(c.mu[0]!, s0) + klAxis(c.mu[1]!, s1), c.kl_to_std_of_diag_only, closed, 'its diagonal alone');
  });

  it('is the diagonal KL where the factor is diagonal', () => {
    fc.assert(
      fc.property(points, chols, (mu, [s0, , s1]) =>
        expectClose(klFullToPrior(mu, [s0, 0, s1]), klAxis(mu[0], s0) + klAxis(mu[1], s1), { rel: 1e-15 }),
      ),
      seeded,
    );
  });

  it('is zero to itself, positive to others, and the KL to the prior for the prior', () => {
    fc.assert(
      fc.property(points, chols, points, chols, (muA, cholA, muB, cholB) => {
        expectClose(klFull(muA, cholA, muA, cholA), 0, { abs: 1e-12 });
        expect(klFull(muA, cholA, muB, cholB)).toBeGreaterThanOrEqual(0);
        expectClose(klFull(muA, cholA, [0, 0], [1, 0, 1]), klFullToPrior(muA, cholA), { rel: 1e-14 });
      }),
      seeded,
    );
  });

  it('has the derivatives that finite differences give', () => {
    fc.assert(
      fc.property(points, chols, (mu, chol) => {
        const gradient = klFullToPriorByChol(chol, [0, 0, 0]);
        for (let i = 0; i < 3; i++) {
          const along = (value: number): number => klFullToPrior(mu, chol.with(i, value));
          expectClose(gradient[i]!, derivative(along, chol[i]!, 1e-4), { abs: 1e-6, rel: 1e-6 }, `L[${i}]`);
        }
        for (let i = 0; i < 2; i++) {
          const along = (value: number): number => klFullToPrior(mu.with(i, value), chol);
          expectClose(mu[i]!, derivative(along, mu[i]!), slope, `mu[${i}]`);
        }
      }),
      seeded,
    );
  });
});
