import type { EvidenceInput } from '../../src/math/evidence';
import type { PlanarPosteriors } from '../../src/math/posterior';
import type { Random } from '../../src/math/random';
import { type Decoder, randomMlp } from './decoders';
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
