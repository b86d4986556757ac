/** The VAE and its loss as plain tfjs operations, differentiated by tfjs: the reference for faster engines. */
import * as tf from '@tensorflow/tfjs-core';
import type { Family } from '../../../src/math/family';
import { headParts } from '../../../src/math/posterior';
import type { Hyper, Likelihood } from '../../../src/model/engine';
import { type Activation, type Architecture, familyOf } from '../../../src/model/layout';
import { LEAST_LOG_VAR_X } from '../../../src/model/squaredError';

/** The blocks of `Layout`, of layers each (inputs + 1) × outputs with the bias as its last row. */
export interface Blocks {
  readonly encoder: readonly tf.Tensor2D[];
  readonly head: tf.Tensor2D;
  readonly decoder: readonly tf.Tensor2D[];
  readonly output: tf.Tensor2D;
  /** ln σ̃². */
  readonly observation: tf.Scalar;
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

/** The encoder: images B × D to what fixes their posteriors (math/posterior.ts), B × the head's width. */
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

/**
 * R = −ln p(x|z), summed over pixels and averaged over the rows.
 * @param logVarX ln σ̃² of a Gaussian model that learns it
 */
export function reconstruction(
  x: tf.Tensor2D,
  out: tf.Tensor2D,
  { likelihood, sigmaX }: Hyper,
  logVarX: tf.Scalar,
): tf.Scalar {
  const [rows, pixels] = x.shape;
  if (likelihood === 'bernoulli') return tf.div(tf.sum(tf.sub(tf.softplus(out), tf.mul(x, out))), rows);
  const squared = tf.div(tf.sum(tf.squaredDifference(x, out)), rows);
  if (likelihood === 'squared') return squared as tf.Scalar;
  const logVariance =
    likelihood === 'gaussian-learned' ? tf.maximum(logVarX, LEAST_LOG_VAR_X) : tf.scalar(2 * Math.log(sigmaX));
  const constant = tf.mul(0.5 * pixels, tf.add(Math.log(2 * Math.PI), logVariance));
  return tf.add(tf.div(squared, tf.mul(2, tf.exp(logVariance))), constant);
}

/** What the head says of L: ln L_ii² and the entries below the diagonal, row by row. */
interface Spread {
  /** B × d, or B × 1 where all axes have the same; null for points. */
  readonly logDiagonal: tf.Tensor2D | null;
  /** B × d(d−1)/2; null where L is a diagonal. */
  readonly below: tf.Tensor2D | null;
}

/** A head's outputs as centres and L. */
function split(head: tf.Tensor2D, family: Family, d: number): { mu: tf.Tensor2D; spread: Spread } {
  const [diagonal, below] = headParts(family, d);
  const columns = (from: number, count: number): tf.Tensor2D | null =>
    count === 0 ? null : tf.slice(head, [0, from], [-1, count]);
  return {
    mu: columns(0, d)!,
    spread: { logDiagonal: columns(d, diagonal), below: columns(d + diagonal, below) },
  };
}

const deviations = (logDiagonal: tf.Tensor2D): tf.Tensor2D => tf.exp(tf.mul(0.5, logDiagonal));

/** L·ε, rows × d; null for points. */
function shift({ logDiagonal, below }: Spread, eps: tf.Tensor2D): tf.Tensor2D | null {
  if (logDiagonal === null) return null;
  const own = tf.mul(deviations(logDiagonal), eps) as tf.Tensor2D;
  if (below === null) return own;
  const d = eps.shape[1];
  const axes = Array.from({ length: d }, (_, i) => {
    const entry = tf.slice(own, [0, i], [-1, 1]);
    if (i === 0) return entry;
    const row = tf.slice(below, [0, (i * (i - 1)) / 2], [-1, i]);
    return tf.add(entry, tf.sum(tf.mul(row, tf.slice(eps, [0, 0], [-1, i])), 1, true));
  });
  return tf.concat(axes, 1) as tf.Tensor2D;
}

/** K averaged over the batch, of the encoder's own posterior whatever s is. */
function regulariser(mu: tf.Tensor2D, { logDiagonal, below }: Spread, family: Family, hyper: Hyper): tf.Scalar {
  const [rows, d] = mu.shape;
  const squares = (x: tf.Tensor): tf.Scalar => tf.sum(tf.square(x));
  const kl = hyper.regulariser === 'kl';
  let sum: tf.Scalar = kl ? tf.mul(0.5, squares(mu)) : squares(mu);
  if (logDiagonal !== null) {
    // One number that stands for all axes counts for each.
    const axes = d / logDiagonal.shape[1];
    const sigma = deviations(logDiagonal);
    const own = kl ? tf.mul(0.5, tf.sum(tf.sub(tf.sub(tf.square(sigma), logDiagonal), 1))) : squares(tf.sub(sigma, 1));
    sum = tf.add(sum, tf.mul(axes, own));
  }
  if (below !== null) sum = tf.add(sum, kl ? tf.mul(0.5, squares(below)) : squares(below));
  const excess = kl && family === 'box' ? 0.5 * d * Math.log((2 * Math.PI * Math.E) / 12) : 0;
  return tf.add(tf.div(sum, rows), excess);
}

/**
 * R, K and R + β·K of a batch x (B × D) with noise ε (samples·B × d, all images for the first sample, then for the
 * next): z = μ + s·L·ε, and R is the mean over the samples.
 */
export function objective(
  x: tf.Tensor2D,
  eps: tf.Tensor2D,
  blocks: Blocks,
  architecture: Architecture,
  hyper: Hyper,
): { reconstruction: tf.Scalar; regulariser: tf.Scalar; total: tf.Scalar } {
  const { activation, latent } = architecture;
  const family = familyOf(architecture);
  const repeated = (rows: tf.Tensor2D): tf.Tensor2D => (hyper.samples === 1 ? rows : tf.tile(rows, [hyper.samples, 1]));
  const head = encode(x, blocks, activation);
  const drawn = split(repeated(head), family, latent);
  const moved = shift(drawn.spread, eps);
  const z = moved === null ? drawn.mu : (tf.add(drawn.mu, tf.mul(hyper.noiseScale, moved)) as tf.Tensor2D);
  const r = reconstruction(repeated(x), decode(z, blocks, activation), hyper, blocks.observation);
  const { mu, spread } = split(head, family, latent);
  const k = regulariser(mu, spread, family, hyper);
  return { reconstruction: r, regulariser: k, total: tf.add(r, tf.mul(hyper.beta, k)) };
}
