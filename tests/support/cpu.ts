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

/** The tensors of `layout.layers` under the names that the objective knows them by. */
function blocksOf(architecture: Architecture, tensors: readonly tf.Tensor[]): Blocks {
  const layout = createLayout(architecture);
  const of = (layer: DenseLayer): tf.Tensor2D => tensors[layout.layers.indexOf(layer)] as tf.Tensor2D;
  return {
    encoder: layout.encoder.map(of),
    head: of(layout.head),
    decoder: layout.decoder.map(of),
    output: of(layout.output),
  };
}

/** One tensor a layer, of flat parameters. */
function tensorsOf(architecture: Architecture, values: Float32Array): tf.Tensor2D[] {
  return createLayout(architecture).layers.map(({ inputs, outputs, offset }) => {
    const rows = inputs + 1;
    return tf.tensor2d(values.slice(offset, offset + rows * outputs), [rows, outputs]);
  });
}

/** `objective` and its gradient for flat parameters, a batch of images (B × D) and its noise (B × d). */
export function autograd(
  architecture: Architecture,
  values: Float32Array,
  images: Float32Array,
  noise: Float32Array,
  hyper: Hyper,
): Autograd {
  const { inputs, latent, activation } = architecture;
  const { layers, size } = createLayout(architecture);
  const gradient = new Float32Array(size);
  const read = { reconstruction: 0, regulariser: 0, total: 0 };
  tf.tidy(() => {
    const x = tf.tensor2d(images, [images.length / inputs, inputs]);
    const eps = tf.tensor2d(noise, [noise.length / latent, latent]);
    const terms = (...tensors: tf.Tensor[]) => objective(x, eps, blocksOf(architecture, tensors), activation, hyper);
    const tensors = tensorsOf(architecture, values);
    const gradients = tf.grads((...list) => terms(...list).total)(tensors);
    gradients.forEach((tensor, i) => {
      gradient.set(tensor.dataSync<'float32'>(), layers[i]!.offset);
    });
    const { reconstruction, regulariser, total } = terms(...tensors);
    read.reconstruction = reconstruction.dataSync()[0]!;
    read.regulariser = regulariser.dataSync()[0]!;
    read.total = total.dataSync()[0]!;
  });
  return { ...read, gradient };
}
