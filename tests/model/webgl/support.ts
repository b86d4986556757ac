/** Models, batches and tolerances shared by the tests of the WebGL engine. */
import { expect } from 'vitest';
import { createRandom } from '../../../src/math/random';
import type { Hyper, Parameters } from '../../../src/model/engine';
import { type Architecture, createLayout } from '../../../src/model/layout';

export const plainHyper: Hyper = {
  beta: 1,
  noiseScale: 1,
  likelihood: 'bernoulli',
  sigmaX: 0.7,
  regulariser: 'kl',
  learningRate: 1e-3,
};

/** Glorot-like weights, biases and heads away from zero, so that every term of the gradient is there. */
export function randomParameters(architecture: Architecture, seed = 1): Parameters {
  const layout = createLayout(architecture);
  const random = createRandom(seed);
  const values = new Float32Array(layout.size);
  for (const { inputs, outputs, offset } of layout.layers) {
    const scale = Math.sqrt(2 / (inputs + outputs));
    for (let i = 0; i < (inputs + 1) * outputs; i++) values[offset + i] = scale * random.normal();
  }
  return { architecture, values, first: new Float32Array(layout.size), second: new Float32Array(layout.size), step: 0 };
}

export function randomImages(n: number, pixels: number, seed = 2): Float32Array {
  const random = createRandom(seed);
  return Float32Array.from({ length: n * pixels }, () => random.uniform());
}

/** `rows` images out of n, and their noise. */
export function randomBatch(
  rows: number,
  n: number,
  latent: number,
  seed = 3,
): { indices: Uint32Array; noise: Float32Array } {
  const random = createRandom(seed);
  return {
    indices: Uint32Array.from({ length: rows }, () => random.below(n)),
    noise: Float32Array.from({ length: rows * latent }, () => random.normal()),
  };
}

/** The images of a batch, one after another. */
export function pick(images: Float32Array, indices: Uint32Array, pixels: number): Float32Array {
  const picked = new Float32Array(indices.length * pixels);
  indices.forEach((image, row) => {
    picked.set(images.subarray(image * pixels, (image + 1) * pixels), row * pixels);
  });
  return picked;
}

/** Largest difference of two arrays over the largest magnitude of the expected one. */
export function relativeError(actual: ArrayLike<number>, expected: ArrayLike<number>): number {
  expect(actual.length).toBe(expected.length);
  let difference = 0;
  let scale = 0;
  for (let i = 0; i < expected.length; i++) {
    // NaN must not pass for a small difference.
    difference = Math.max(difference, Number.isFinite(actual[i]) ? Math.abs(actual[i]! - expected[i]!) : Infinity);
    scale = Math.max(scale, Math.abs(expected[i]!));
  }
  return scale === 0 ? difference : difference / scale;
}

/** Largest relative error over the blocks of a flat array of parameters, weights and biases of each layer apart. */
export function blockError(architecture: Architecture, actual: ArrayLike<number>, expected: ArrayLike<number>): number {
  const a = Float64Array.from(actual);
  const e = Float64Array.from(expected);
  let error = 0;
  for (const { inputs, outputs, offset } of createLayout(architecture).layers) {
    const bias = offset + inputs * outputs;
    for (const [from, to] of [
      [offset, bias],
      [bias, bias + outputs],
    ] as const) {
      error = Math.max(error, relativeError(a.subarray(from, to), e.subarray(from, to)));
    }
  }
  return error;
}
