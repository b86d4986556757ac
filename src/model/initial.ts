import { createRandom } from '../math/random';
import type { Parameters } from './engine';
import { type Architecture, createLayout } from './layout';

/** `glorot`: every layer alike. `small-ellipses`: the same, but every posterior starts at σ = 0.1 on every axis. */
export type Initialisation = 'glorot' | 'small-ellipses';

/** σ of every posterior at the start of a `small-ellipses` run. */
export const SMALL_SIGMA = 0.1;

/** ln σ̃² of a pixel that a model which learns it starts from: σ̃ = 0.3. */
export const FIRST_LOG_VAR_X = 2 * Math.log(0.3);

/** The stream of the seed that initial weights are drawn from. */
const WEIGHTS = 0;

/**
 * Parameters before the first step: Glorot-uniform weights, zero biases (Glorot & Bengio 2010).
 *
 * With `small-ellipses` all of the head but μ has zero weights, and biases of ln 0.1² for L's diagonal and 0 below it,
 * so that ellipses start small, round and parallel to the axes; the same weights are drawn in either case, so the two
 * differ in that part alone.
 */
export function initialParameters(architecture: Architecture, init: Initialisation, seed: number): Parameters {
  const layout = createLayout(architecture);
  const random = createRandom(seed, WEIGHTS);
  const values = new Float32Array(layout.size);
  const { head } = layout;
  for (const layer of layout.layers) {
    // The head is layers side by side, of which that of μ has d outputs: with the others' weights it has nothing to do.
    const fanOut = layer === head ? architecture.latent : layer.outputs;
    const limit = Math.sqrt(6 / (layer.inputs + fanOut));
    for (let i = 0; i < layer.inputs * layer.outputs; i++) {
      values[layer.offset + i] = limit * (2 * random.uniform() - 1);
    }
  }
  if (init === 'small-ellipses') {
    const { latent } = architecture;
    for (let row = 0; row <= head.inputs; row++) {
      const start = head.offset + row * head.outputs;
      values.fill(0, start + latent, start + head.outputs);
      if (row === head.inputs)
        values.fill(2 * Math.log(SMALL_SIGMA), start + latent, start + Math.min(2 * latent, head.outputs));
    }
  }
  values[layout.observation] = FIRST_LOG_VAR_X;
  return {
    architecture,
    values,
    first: new Float32Array(layout.size),
    second: new Float32Array(layout.size),
    step: 0,
  };
}
