/** Small random models, images and noise for the tests of engines, from a seed. */

import { createRandom } from '../../src/math/random';
import type { Hyper, Likelihood, Parameters, Regulariser } from '../../src/model/engine';
import { type Activation, type Architecture, createLayout } from '../../src/model/layout';

export interface Problem {
  readonly parameters: Parameters;
  readonly n: number;
  /** n × D, k/255 in float32. */
  readonly images: Float32Array;
  /** Distinct images while there are enough. */
  batch(size: number): Uint32Array;
  noise(size: number): Float32Array;
}

/** Weights of standard deviation 1/√inputs, biases of 0.1: every unit is alive. σ̃ = 0.6 where it is learned. */
export function createProblem(architecture: Architecture, n: number, seed = 1): Problem {
  const layout = createLayout(architecture);
  const random = createRandom(seed);
  const values = new Float32Array(layout.size);
  for (const { inputs, outputs, offset } of layout.layers) {
    for (let i = 0; i < (inputs + 1) * outputs; i++) {
      values[offset + i] = random.normal() * (i < inputs * outputs ? 1 / Math.sqrt(inputs) : 0.1);
    }
  }
  values[layout.observation] = 2 * Math.log(0.6);
  const images = Float32Array.from({ length: n * architecture.inputs }, () => random.below(256) / 255);
  const parameters = {
    architecture,
    values,
    first: new Float32Array(layout.size),
    second: new Float32Array(layout.size),
    step: 0,
  };
  return {
    parameters,
    n,
    images,
    batch(size) {
      const order = Uint32Array.from({ length: n }, (_, i) => i);
      random.shuffle(order);
      return Uint32Array.from({ length: size }, (_, i) => order[i % n]!);
    },
    noise: (size) => Float32Array.from({ length: size * architecture.latent }, () => random.normal()),
  };
}

/** The images of a batch one after another, B × D. */
export function pick(problem: Problem, batch: Uint32Array): Float32Array {
  const d = problem.parameters.architecture.inputs;
  const picked = new Float32Array(batch.length * d);
  batch.forEach((index, b) => {
    picked.set(problem.images.subarray(index * d, index * d + d), b * d);
  });
  return picked;
}

/** All that a model and its objective may be. */
export const ACTIVATIONS: readonly Activation[] = ['relu', 'tanh', 'gelu'];
export const LIKELIHOODS: readonly Likelihood[] = ['bernoulli', 'gaussian', 'squared'];
export const REGULARISERS: readonly Regulariser[] = ['kl', 'simple'];

export const plainHyper: Hyper = {
  beta: 1,
  noiseScale: 1,
  likelihood: 'bernoulli',
  sigmaX: 1,
  samples: 1,
  regulariser: 'kl',
  learningRate: 1e-3,
};
