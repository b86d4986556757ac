import fc from 'fast-check';
import { expect, it } from 'vitest';
import { imageEvidence } from '../../src/math/evidence';
import { createRandom } from '../../src/math/random';
import { decoding } from './decoders';
import { randomInput } from './randomEvidence';

it('no gap of 80 random networks is negative, and every posterior is found', () => {
  fc.assert(
    fc.property(fc.integer(), fc.double({ min: 0.2, max: 10, noNaN: true }), (seed, gain) => {
      const random = createRandom(seed);
      const { decode, input } = randomInput(random, 3, 20, gain, 0.3 / Math.sqrt(gain));
      for (const { gap, resolved } of decoding(imageEvidence(input, Uint32Array.of(0, 1, 2)), decode)) {
        expect(resolved).toBe(true);
        expect(gap).toBeGreaterThan(-1e-3);
      }
    }),
    { seed: 2017, numRuns: 80 },
  );
});
