/** The VAE and its loss as plain tfjs operations, differentiated by tfjs: the reference for faster engines. */
import * as tf from '@tensorflow/tfjs-core';
import type { Hyper, Likelihood } from '../../../src/model/engine';
import type { Activation } from '../../../src/model/layout';

/** The blocks of `Layout`, each (inputs + 1) × outputs with the bias as its last row. */
export interface Blocks {
  readonly encoder: readonly tf.Tensor2D[];
  readonly head: tf.Tensor2D;
  readonly decoder: readonly tf.Tensor2D[];
  readonly output: tf.Tensor2D;
}

function dense(x: tf.Tensor2D, block: tf.Tensor2D): tf.Tensor2D {
  const rows = block.shape[0] - 1;
  const weights = tf.slice(block, [0, 0], [rows, -1]);
  const bias = tf.slice(block, [rows, 0], [1, -1]);
  return tf.add(tf.matMul(x, weights), bias);
}

const ACTIVATIONS: Record<Activation, (a: tf.Tensor2D) => tf.Tensor2D> = {
  relu: (a) => tf.relu(a),
  tanh: (a) => tf.tanh(a),
  gelu: (a) => {
    const inner = tf.mul(Math.sqrt(2 / Math.PI), tf.add(a, tf.mul(0.044715, tf.mul(a, tf.square(a)))));
    return tf.mul(tf.mul(0.5, a), tf.add(1, tf.tanh(inner)));
  },
};

/** The encoder: images B × D to μ | ln σ², B × 2d. */
export function encode(x: tf.Tensor2D, blocks: Blocks, activation: Activation): tf.Tensor2D {
  const hidden = blocks.encoder.reduce((h, block) => ACTIVATIONS[activation](dense(h, block)), x);
  return dense(hidden, blocks.head);
}

/** The decoder before its observation model: codes B × d to logits or means, B × D. */
export function decode(z: tf.Tensor2D, blocks: Blocks, activation: Activation): tf.Tensor2D {
  const hidden = blocks.decoder.reduce((h, block) => ACTIVATIONS[activation](dense(h, block)), z);
  return dense(hidden, blocks.output);
}

/** Mean intensities in [0, 1] of what the decoder put out. */
export function means(out: tf.Tensor2D, likelihood: Likelihood): tf.Tensor2D {
  return likelihood === 'bernoulli' ? tf.sigmoid(out) : tf.clipByValue(out, 0, 1);
}

/** R = −ln p(x|z), summed over pixels and averaged over the batch. */
export function reconstruction(x: tf.Tensor2D, out: tf.Tensor2D, { likelihood, sigmaX }: Hyper): tf.Scalar {
  const batch = x.shape[0];
  if (likelihood === 'bernoulli') return tf.div(tf.sum(tf.sub(tf.softplus(out), tf.mul(x, out))), batch);
  const squared = tf.div(tf.sum(tf.squaredDifference(x, out)), batch);
  if (likelihood === 'squared') return squared as tf.Scalar;
  const constant = 0.5 * x.shape[1] * Math.log(2 * Math.PI * sigmaX * sigmaX);
  return tf.add(tf.div(squared, 2 * sigmaX * sigmaX), constant);
}

/** K, summed over axes and averaged over the batch; of the encoder's own ellipse N(μ, σ²) whatever s is. */
export function regulariser(mu: tf.Tensor2D, logVar: tf.Tensor2D, kind: Hyper['regulariser']): tf.Scalar {
  const spread =
    kind === 'kl'
      ? tf.mul(0.5, tf.sub(tf.sub(tf.add(tf.square(mu), tf.exp(logVar)), logVar), 1))
      : tf.add(tf.square(mu), tf.square(tf.sub(tf.exp(tf.mul(0.5, logVar)), 1)));
  return tf.div(tf.sum(spread), mu.shape[0]);
}

/** R, K and R + β·K of a batch x (B × D) with noise ε (B × d): z = μ + s·σ⊙ε. */
export function objective(
  x: tf.Tensor2D,
  eps: tf.Tensor2D,
  blocks: Blocks,
  activation: Activation,
  hyper: Hyper,
): { reconstruction: tf.Scalar; regulariser: tf.Scalar; total: tf.Scalar } {
  const code = encode(x, blocks, activation);
  const [mu, logVar] = tf.split(code, 2, 1) as [tf.Tensor2D, tf.Tensor2D];
  const sigma = tf.exp(tf.mul(0.5, logVar));
  const z = tf.add(mu, tf.mul(hyper.noiseScale, tf.mul(sigma, eps))) as tf.Tensor2D;
  const r = reconstruction(x, decode(z, blocks, activation), hyper);
  const k = regulariser(mu, logVar, hyper.regulariser);
  return { reconstruction: r, regulariser: k, total: tf.add(r, tf.mul(hyper.beta, k)) };
}
