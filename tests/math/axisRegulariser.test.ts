import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AXIS_REGULARISERS } from '../../src/math/axisRegulariser';
import { expectClose } from '../support/close';

const places = fc.tuple(fc.double({ min: -4, max: 4, noNaN: true }), fc.double({ min: 0.05, max: 4, noNaN: true }));

describe.each(['kl', 'simple'] as const)('the regulariser %s of one axis', (name) => {
  const { value, byMu, bySigma } = AXIS_REGULARISERS[name];

  it('is 0 at the prior, and more everywhere else', () => {
    expect(value(0, 1)).toBe(0);
    fc.assert(
      fc.property(places, ([mu, sigma]) => {
        fc.pre(Math.hypot(mu, sigma - 1) > 1e-3);
        expect(value(mu, sigma)).toBeGreaterThan(0);
      }),
      { seed: 1 },
    );
  });

  it('has the slopes that finite differences have', () => {
    const h = 1e-5;
    fc.assert(
      fc.property(places, ([mu, sigma]) => {
        const across = (value(mu + h, sigma) - value(mu - h, sigma)) / (2 * h);
        const along = (value(mu, sigma + h) - value(mu, sigma - h)) / (2 * h);
        expectClose(byMu(mu, sigma), across, { rel: 1e-5, abs: 1e-6 }, 'by μ');
        expectClose(bySigma(mu, sigma), along, { rel: 1e-5, abs: 1e-5 }, 'by σ');
      }),
      { seed: 2 },
    );
  });
});

it('they differ by half of μ² alone, to second order around the prior', () => {
  const { kl, simple } = AXIS_REGULARISERS;
  for (const d of [0.02, -0.02]) {
    expectClose(kl.value(0.01, 1 + d) + 0.5 * 0.01 ** 2, simple.value(0.01, 1 + d), { abs: 2 * Math.abs(d) ** 3 });
  }
});

it('towards σ = 0 the pull of the KL grows without bound, that of the squared distance does not', () => {
  const { kl, simple } = AXIS_REGULARISERS;
  expect(-kl.bySigma(0, 1e-9)).toBeGreaterThan(1e8);
  expect(-simple.bySigma(0, 0)).toBe(2);
});
