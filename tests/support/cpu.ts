/** tfjs on its plain JavaScript backend, for tests in Node. */
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import '@tensorflow/tfjs-backend-cpu';
import type { Hyper } from '../../src/model/engine';
import { type Architecture, createLayout, type DenseLayer } from '../../src/model/layout';
import { type Blocks, objective } from './tfjs/objective';

// Keeps tfjs from recommending its native backend.
tf.env().set('IS_TEST', true);
await tf.setBackend('cpu');

export { tf };

export interface Autograd {
  readonly reconstruction: number;
  readonly regulariser: number;
  readonly total: number;
  /** ∂(total)/∂(parameters) by tfjs, in the order of the layout. */
  readonly gradient: Float32Array;
}

/** The tensors of `layout.layers`, and ln σ̃² behind them, under the names that the objective knows them by. */
function blocksOf(architecture: Architecture, tensors: readonly tf.Tensor[]): Blocks {
  const layout = createLayout(architecture);
  const of = (layer: DenseLayer): tf.Tensor2D => tensors[layout.layers.indexOf(layer)] as tf.Tensor2D;
  return {
    encoder: layout.encoder.map(of),
    head: of(layout.head),
    decoder: layout.decoder.map(of),
    output: of(layout.output),
    observation: tensors[layout.layers.length] as tf.Scalar,
  };
}

/** One tensor a layer, and ln σ̃², of flat parameters. */
function tensorsOf(architecture: Architecture, values: Float32Array): tf.Variable[] {
  const { layers, observation } = createLayout(architecture);
  const blocks = layers.map(({ inputs, outputs, offset }) => {
    const rows = inputs + 1;
    return tf.variable(tf.tensor2d(values.slice(offset, offset + rows * outputs), [rows, outputs]));
  });
  return [...blocks, tf.variable(tf.scalar(values[observation]!))];
}

/** `objective` and its gradient for flat parameters, a batch of images (B × D) and its noise (samples·B × d). */
export function autograd(
  architecture: Architecture,
  values: Float32Array,
  images: Float32Array,
  noise: Float32Array,
  hyper: Hyper,
): Autograd {
  const { inputs, latent } = architecture;
  const { layers, observation, size } = createLayout(architecture);
  const gradient = new Float32Array(size);
  const read = { reconstruction: 0, regulariser: 0, total: 0 };
  tf.tidy(() => {
    const x = tf.tensor2d(images, [images.length / inputs, inputs]);
    const eps = tf.tensor2d(noise, [noise.length / latent, latent]);
    const variables = tensorsOf(architecture, values);
    const terms = () => objective(x, eps, blocksOf(architecture, variables), architecture, hyper);
    const { grads } = tf.variableGrads(() => terms().total, variables);
    for (const [i, { name }] of variables.entries()) {
      // Null where the loss does not depend on it, as on ln σ̃² of a likelihood without one.
      const values = grads[name]?.dataSync<'float32'>();
      if (values !== undefined) gradient.set(values, layers[i]?.offset ?? observation);
    }
    const { reconstruction, regulariser, total } = terms();
    tf.dispose(variables);
    read.reconstruction = reconstruction.dataSync()[0]!;
    read.regulariser = regulariser.dataSync()[0]!;
    read.total = total.dataSync()[0]!;
  });
  return { ...read, gradient };
}
