import type { Likelihood } from '../engine';
import { squaredErrorTerms } from '../squaredError';

/** R of one image under one code, nats, and its derivative by each output of the decoder. */
export interface Reconstruction {
  readonly loss: number;
  readonly byOutput: Float64Array;
}

/**
 * R = −ln p(x|z), or the squared error (MATH.md, “Reconstruction R”).
 * @param outputs logits if Bernoulli, else means
 * @param sigmaX σ̃, given or learned; of no use to Bernoulli and the squared error
 */
export function reconstruction(
  likelihood: Likelihood,
  sigmaX: number,
  outputs: Float64Array,
  image: ArrayLike<number>,
): Reconstruction {
  const { weight, constant } = squaredErrorTerms(likelihood, sigmaX);
  let loss = 0;
  const byOutput = outputs.map((a, k) => {
    const x = image[k]!;
    if (likelihood === 'bernoulli') {
      loss += Math.max(a, 0) - a * x + Math.log1p(Math.exp(-Math.abs(a)));
      return sigmoid(a) - x;
    }
    loss += weight * (x - a) ** 2 + constant;
    return 2 * weight * (a - x);
  });
  return { loss, byOutput };
}

/** Means in [0, 1] of a decoder's outputs, as engines decode them. */
export const meansOf = (likelihood: Likelihood, outputs: Float64Array): Float32Array =>
  Float32Array.from(outputs, (a) => (likelihood === 'bernoulli' ? sigmoid(a) : Math.min(1, Math.max(0, a))));

const sigmoid = (a: number): number => 1 / (1 + Math.exp(-a));
