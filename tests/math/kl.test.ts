import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { klAxis } from '../../src/math/kl';
import golden from '../fixtures/golden_kl.json';
import { expectClose } from '../support/close';

const seeded = { seed: 1312, numRuns: 300 };
const closed = { abs: 1e-12, rel: 1e-12 };

const real = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const mus = real(-20, 20);
const sigmas = real(0.05, 20);

describe('KL of a Gaussian to the prior, per axis', () => {
  it.each(golden.cases)('golden: mu $mu, sigma $sigma', ({ mu, sigma, kl }) => {
    expectClose(klAxis(mu, sigma), kl, closed, 'kl');
  });

  it('keeps its digits next to the prior, where the terms cancel', () => {
    // Σ_{k≥2} (−d)^k/k + d²/2 for σ = 1 + d.
    for (const d of [2 ** -20, -(2 ** -20), 2 ** -30]) {
      expectClose(klAxis(0, 1 + d), d * d - d ** 3 / 3 + d ** 4 / 4, { rel: 1e-9 });
    }
  });

  it('is positive away from the prior and zero at it', () => {
    expect(klAxis(0, 1)).toBe(0);
    fc.assert(
      fc.property(mus, sigmas, (mu, sigma) => klAxis(mu, sigma) >= 0),
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
});
