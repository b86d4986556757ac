/**
 * The VAE as a tutorial writes it in tfjs: operations, automatic differentiation, `optimizer.minimize`. What the
 * engines are measured against; one hidden layer, ReLU, Bernoulli, one noise sample, Adam.
 */
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/register_all_gradients';

export interface Ordinary {
  /** One Adam step on the mean loss of a batch, drawn by the program itself. */
  step(): void;
  /** Waits until the steps so far have been computed: reads one value. */
  finish(): Promise<void>;
  dispose(): void;
}

/**
 * @param backend name of a registered tfjs backend, e.g. 'webgl' or 'wasm'; it becomes the current one
 * @param images N × pixels
 */
export async function createOrdinary(
  backend: string,
  images: Float32Array,
  pixels: number,
  hidden: number,
  latent: number,
  batchSize: number,
): Promise<Ordinary> {
  if (!(await tf.setBackend(backend))) throw new Error(`tfjs has no backend ${backend}`);
  await tf.ready();
  const glorot = (inputs: number, outputs: number): tf.Variable =>
    tf.variable(tf.truncatedNormal([inputs, outputs], 0, Math.sqrt(2 / (inputs + outputs)), 'float32', 1));
  const zeros = (outputs: number): tf.Variable => tf.variable(tf.zeros([outputs]));

  const n = images.length / pixels;
  const data = tf.tensor2d(images, [n, pixels]);
  const w1 = glorot(pixels, hidden);
  const b1 = zeros(hidden);
  const wMu = glorot(hidden, latent);
  const bMu = zeros(latent);
  const wLogVar = glorot(hidden, latent);
  const bLogVar = zeros(latent);
  const w2 = glorot(latent, hidden);
  const b2 = zeros(hidden);
  const w3 = glorot(hidden, pixels);
  const b3 = zeros(pixels);
  const variables = [w1, b1, wMu, bMu, wLogVar, bLogVar, w2, b2, w3, b3];
  const optimizer = tf.train.adam(1e-3, 0.9, 0.999, 1e-8);
  let first = 0;

  const loss = (x: tf.Tensor2D): tf.Scalar => {
    const h = tf.relu(tf.add(tf.matMul(x, w1 as tf.Tensor2D), b1));
    const mu = tf.add(tf.matMul(h, wMu as unknown as typeof h), bMu);
    const logVar = tf.add(tf.matMul(h, wLogVar as unknown as typeof h), bLogVar);
    const noise = tf.randomNormal([batchSize, latent]);
    const z = tf.add(mu, tf.mul(tf.exp(tf.mul(logVar, 0.5)), noise));
    const h2 = tf.relu(tf.add(tf.matMul(z, w2 as unknown as typeof z), b2));
    const logits = tf.add(tf.matMul(h2, w3 as unknown as typeof h2), b3);
    const softplus = tf.add(tf.relu(logits), tf.log1p(tf.exp(tf.neg(tf.abs(logits)))));
    const reconstruction = tf.sum(tf.sub(softplus, tf.mul(logits, x)), 1);
    const kl = tf.mul(tf.sum(tf.sub(tf.add(tf.square(mu), tf.exp(logVar)), tf.add(logVar, 1)), 1), 0.5);
    return tf.mean(tf.add(reconstruction, kl)) as tf.Scalar;
  };

  return {
    step() {
      const x = tf.slice(data, [first, 0], [batchSize, pixels]);
      first = (first + batchSize) % (n - batchSize + 1);
      optimizer.minimize(() => loss(x));
      x.dispose();
    },
    async finish() {
      const value = tf.slice(bMu, [0], [1]);
      await value.data();
      value.dispose();
    },
    dispose() {
      optimizer.dispose();
      tf.dispose([data, ...variables]);
    },
  };
}
