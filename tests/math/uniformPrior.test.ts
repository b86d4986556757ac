import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outsideUniform } from '../../src/math/uniformPrior';

const HALF = Math.sqrt(3);

describe('boxes that reach outside of the uniform prior', () => {
  it('are those that do on any axis, by less than which they would not', () => {
    const number = fc.double({ min: 0.01, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(number, { minLength: 4, maxLength: 4 }), fc.integer({ min: 0, max: 3 }), (shares, axis) => {
        // Four axes, each box with the share of the room that is left by its centre.
        const mu = Float32Array.from(shares, (share) => (share - 0.5) * HALF);
        const sigma = mu.map((centre) => ((HALF - Math.abs(centre)) / HALF) * 0.999);
        expect(outsideUniform({ latent: 4, mu, sigma })).toBe(0);
        sigma[axis]! *= 1.003;
        expect(outsideUniform({ latent: 4, mu, sigma })).toBe(1);
      }),
      { seed: 141, numRuns: 100 },
    );
  });

  it('are counted once each', () => {
    const mu = Float32Array.of(0, 0, 2, 2, 0, 0);
    const sigma = Float32Array.of(0.9, 0.9, 0.1, 0.1, 0.5, 1.1);
    expect(outsideUniform({ latent: 2, mu, sigma })).toBe(2);
  });
});
