import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classCentres } from '../../src/math/classes';
import { createRandom } from '../../src/math/random';
import { expectClose } from '../support/close';

function cloud(seed: number, n: number): { mu: Float32Array; labels: Uint8Array } {
  const random = createRandom(seed);
  return {
    mu: Float32Array.from({ length: 2 * n }, () => 2 * random.normal()),
    labels: Uint8Array.from({ length: n }, () => [7, 0, 255, 3][random.below(4)]!),
  };
}

describe('classCentres', () => {
  it('are the means of the centres of each class, in order of class', () => {
    const mu = Float32Array.of(1, 2, 10, 20, 3, 4, -10, 0);
    expect(classCentres(mu, Uint8Array.of(5, 0, 5, 0))).toEqual([
      { label: 0, x: 0, y: 10 },
      { label: 5, x: 2, y: 3 },
    ]);
  });

  it('weighted by the size of their class, have the mean of all codes', () => {
    fc.assert(
      fc.property(fc.nat(999), fc.integer({ min: 1, max: 200 }), (seed, n) => {
        const { mu, labels } = cloud(seed, n);
        const centres = classCentres(mu, labels);
        expect(centres.map(({ label }) => label)).toEqual([...new Set(labels)].toSorted((a, b) => a - b));
        let x = 0;
        for (const centre of centres) x += centre.x * labels.filter((label) => label === centre.label).length;
        const all = mu.reduce((sum, value, i) => (i % 2 === 0 ? sum + value : sum), 0);
        expectClose(x, all, { rel: 1e-9, abs: 1e-6 }, 'Σ x');
      }),
      { seed: 111, numRuns: 50 },
    );
  });

  it('are none without codes', () => {
    expect(classCentres(new Float32Array(0), new Uint8Array(0))).toEqual([]);
  });
});
