import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AxisDensity, logDensity, reachOf, supportOf, unitDraws } from '../../src/math/axisDensity';
import { meanAndDeviation } from '../../src/math/deviation';
import { createRandom } from '../../src/math/random';
import { expectClose } from '../support/close';

const densities = fc.record({
  shape: fc.constantFrom<AxisDensity['shape']>('normal', 'box'),
  mu: fc.double({ min: -3, max: 3, noNaN: true }),
  sigma: fc.double({ min: 0.05, max: 3, noNaN: true }),
});

describe('a density on one axis', () => {
  it('has mass 1, mean μ and deviation σ over its reach', () => {
    fc.assert(
      fc.property(densities, (density) => {
        const [from, to] = reachOf(density);
        const count = 4000;
        const width = (to - from) / count;
        const moments = [0, 0, 0];
        for (let i = 0; i < count; i++) {
          const z = from + (i + 0.5) * width;
          const mass = width * Math.exp(logDensity(density, z));
          for (let k = 0; k < 3; k++) moments[k]! += mass * ((z - density.mu) / density.sigma) ** k;
        }
        [1, 0, 1].forEach((moment, k) => void expectClose(moments[k]!, moment, { abs: 1e-6 }, `moment ${k}`));
      }),
      { seed: 3, numRuns: 40 },
    );
  });

  it('is 0 outside of its support alone', () => {
    const box: AxisDensity = { shape: 'box', mu: 1, sigma: 0.5 };
    const [from, to] = supportOf(box);
    expectClose(to - from, Math.sqrt(3), { rel: 1e-12 });
    expect([from - 1e-6, from + 1e-6, to - 1e-6, to + 1e-6].map((z) => Number.isFinite(logDensity(box, z)))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(supportOf({ shape: 'normal', mu: 1, sigma: 0.5 })).toEqual([
      Number.NEGATIVE_INFINITY,
      Number.POSITIVE_INFINITY,
    ]);
  });

  it.each(['normal', 'box'] as const)('%s: draws have mean 0 and variance 1, and repeat with their seed', (shape) => {
    const draws = unitDraws(shape, 20_000, createRandom(5));
    const { mean, deviation } = meanAndDeviation([...draws]);
    expectClose(mean, 0, { abs: 0.03 });
    expectClose(deviation, 1, { abs: 0.03 });
    expect(unitDraws(shape, 20_000, createRandom(5))).toEqual(draws);
    if (shape === 'box') expect(Math.max(...draws.map(Math.abs))).toBeLessThanOrEqual(Math.sqrt(3));
  });
});
