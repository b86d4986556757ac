import { createRandom } from '../math/random';
import type { Parameters } from './engine';
import { type Architecture, createLayout } from './layout';

/** `glorot`: every layer alike. `small-ellipses`: the same, but every posterior starts at σ = 0.1 on every axis. */
export type Initialisation = 'glorot' | 'small-ellipses';

/** σ of every posterior at the start of a `small-ellipses` run. */
export const SMALL_SIGMA = 0.1;

/** The stream of the seed that initial weights are drawn from. */
const WEIGHTS = 0;

/**
 * Parameters before the first step: Glorot-uniform weights, zero biases (Glorot & Bengio 2010).
 *
 * With `small-ellipses` the logVar half of the head has zero weights and bias ln 0.1², so that ellipses start small
 * and grow; the same weights are drawn in either case, so the two differ in that half alone.
 */
export function initialParameters(architecture: Architecture, init: Initialisation, seed: number): Parameters {
  const layout = createLayout(architecture);
  const random = createRandom(seed, WEIGHTS);
  const values = new Float32Array(layout.size);
  const { head } = layout;
  for (const layer of layout.layers) {
    // The two heads are two layers side by side: each has d outputs, not 2d.
    const fanOut = layer === head ? layer.outputs / 2 : layer.outputs;
    const limit = Math.sqrt(6 / (layer.inputs + fanOut));
    for (let i = 0; i < layer.inputs * layer.outputs; i++) {
      values[layer.offset + i] = limit * (2 * random.uniform() - 1);
    }
  }
  if (init === 'small-ellipses') {
    for (let row = 0; row <= head.inputs; row++) {
      const start = head.offset + row * head.outputs + architecture.latent;
      values.fill(row < head.inputs ? 0 : 2 * Math.log(SMALL_SIGMA), start, start + architecture.latent);
    }
  }
  return {
    architecture,
    values,
    first: new Float32Array(layout.size),
    second: new Float32Array(layout.size),
    step: 0,
  };
}
