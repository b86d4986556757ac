/**
 * The VAE as a tutorial writes it in tfjs: operations, automatic differentiation, `optimizer.minimize`. What the
 * engines are measured against; ReLU, Bernoulli, one noise sample, Adam.
 */
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import type { Shape } from './shapes';

export interface Ordinary {
  /** One Adam step on the mean loss of the next batch. */
  step(): void;
  /** Waits until the steps so far have been computed: reads one value. */
  finish(): Promise<void>;
  dispose(): void;
}

/** y = x·W + b with variables of its own. */
interface Dense {
  readonly variables: readonly tf.Variable[];
  readonly bias: tf.Variable;
  apply(x: tf.Tensor2D): tf.Tensor2D;
}

function dense(inputs: number, outputs: number): Dense {
  const scale = Math.sqrt(2 / (inputs + outputs));
  const weights = tf.variable(tf.truncatedNormal([inputs, outputs], 0, scale, 'float32', 1));
  const bias = tf.variable(tf.zeros([outputs]));
  return {
    variables: [weights, bias],
    bias,
    apply: (x) => tf.add(tf.matMul(x, weights as unknown as tf.Tensor2D), bias),
  };
}

/**
 * @param backend name of a registered tfjs backend, e.g. 'webgl' or 'wasm'; it becomes the current one
 * @param images N × pixels
 */
export async function createOrdinary(backend: string, images: Float32Array, shape: Shape): Promise<Ordinary> {
  if (!(await tf.setBackend(backend))) throw new Error(`tfjs has no backend ${backend}`);
  await tf.ready();
  const { inputs: pixels, hidden, latent } = shape.architecture;
  const batchSize = shape.batch;
  const n = images.length / pixels;
  // Ready to use, as a data pipeline would have them: the WebAssembly backend copies all of a tensor to slice it.
  const size = batchSize * pixels;
  const batches = Array.from({ length: Math.floor(n / batchSize) }, (_, i) =>
    tf.tensor2d(images.subarray(i * size, (i + 1) * size), [batchSize, pixels]),
  );
  const chain = (sizes: readonly number[]): Dense[] => sizes.slice(1).map((size, i) => dense(sizes[i]!, size));
  const encoder = chain([pixels, ...hidden]);
  const last = hidden.at(-1) ?? pixels;
  const heads = [dense(last, latent), dense(last, latent)] as const;
  const decoder = chain([latent, ...hidden.toReversed()]);
  const output = dense(hidden[0] ?? latent, pixels);
  const variables = [...encoder, ...heads, ...decoder, output].flatMap((layer) => layer.variables);
  const optimizer = tf.train.adam(1e-3, 0.9, 0.999, 1e-8);
  let next = 0;

  const through = (layers: readonly Dense[], x: tf.Tensor2D): tf.Tensor2D =>
    layers.reduce((h, layer) => tf.relu(layer.apply(h)), x);
  const loss = (x: tf.Tensor2D): tf.Scalar => {
    const h = through(encoder, x);
    const [mu, logVar] = heads.map((head) => head.apply(h)) as [tf.Tensor2D, tf.Tensor2D];
    const noise = tf.randomNormal([batchSize, latent]);
    const z = tf.add(mu, tf.mul(tf.exp(tf.mul(logVar, 0.5)), noise)) as tf.Tensor2D;
    const logits = output.apply(through(decoder, z));
    const softplus = tf.add(tf.relu(logits), tf.log1p(tf.exp(tf.neg(tf.abs(logits)))));
    const reconstruction = tf.sum(tf.sub(softplus, tf.mul(logits, x)), 1);
    const kl = tf.mul(tf.sum(tf.sub(tf.add(tf.square(mu), tf.exp(logVar)), tf.add(logVar, 1)), 1), 0.5);
    return tf.mean(tf.add(reconstruction, kl)) as tf.Scalar;
  };

  return {
    step() {
      const x = batches[next++ % batches.length]!;
      optimizer.minimize(() => loss(x));
    },
    async finish() {
      const value = tf.slice(heads[0].bias, [0], [1]);
      await value.data();
      value.dispose();
    },
    dispose() {
      optimizer.dispose();
      tf.dispose([...batches, ...variables]);
    },
  };
}
