import fc from 'fast-check';
import { expect } from 'vitest';
import { type EvidenceInput, imageEvidence } from '../../src/math/evidence';
import type { PlanarPosteriors } from '../../src/math/posterior';
import { createRandom, type Random } from '../../src/math/random';
import { type Decoder, decoding, randomMlp } from './decoders';
import { klToPrior } from './linearGaussian';

/** A random Bernoulli decoder, images from it at random codes, and posteriors near those codes. */
export function randomInput(
  random: Random,
  n: number,
  pixels: number,
  gain: number,
  size: number,
): { decode: Decoder; input: EvidenceInput } {
  const decode = randomMlp(random, 2, 12, pixels, Math.sqrt(gain), 'relu').logits;
  const codes = Float32Array.from({ length: 2 * n }, () => random.normal());
  const images = decode(codes).map((logit) => (random.uniform() < 1 / (1 + Math.exp(-logit)) ? 1 : 0));
  const posteriors: PlanarPosteriors = {
    family: 'diagonal',
    mu: codes.map((value) => value + size * random.normal()),
    sigma: codes.map(() => size * (0.5 + random.uniform())),
    correlation: null,
  };
  const kl = Array.from({ length: n }, (_, i) => {
    const [a, b] = [posteriors.sigma[2 * i]!, posteriors.sigma[2 * i + 1]!];
    return klToPrior('diagonal', [posteriors.mu[2 * i]!, posteriors.mu[2 * i + 1]!], [a * a, 0, b * b]);
  });
  const input: EvidenceInput = { model: { kind: 'bernoulli' }, images, pixels, posteriors, kl };
  return { decode, input };
}

/** Expects that every true posterior of random networks is found, and that no gap is negative. */
export function expectSoundGaps(parameters: { readonly seed: number; readonly numRuns: number }): void {
  fc.assert(
    fc.property(fc.integer(), fc.double({ min: 0.2, max: 10, noNaN: true }), (seed, gain) => {
      const { decode, input } = randomInput(createRandom(seed), 3, 20, gain, 0.3 / Math.sqrt(gain));
      for (const { gap, resolved } of decoding(imageEvidence(input, Uint32Array.of(0, 1, 2)), decode)) {
        expect(resolved).toBe(true);
        expect(gap).toBeGreaterThan(-1e-3);
      }
    }),
    parameters,
  );
}
