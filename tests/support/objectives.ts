/** Models and objectives that between them are all that a run may be, for the tests of gradients. */

import { FAMILIES } from '../../src/math/family';
import type { Likelihood, StepHyper } from '../../src/model/engine';
import type { Architecture } from '../../src/model/layout';
import { ACTIVATIONS, createProblem, LIKELIHOODS, pick, plainHyper, REGULARISERS } from './models';

/** The corners of the square of the two sliders, and places between and beyond. */
export const SLIDERS = [
  { beta: 0, noiseScale: 0 },
  { beta: 1, noiseScale: 0 },
  { beta: 0, noiseScale: 1 },
  { beta: 1, noiseScale: 1 },
  { beta: 0.3, noiseScale: 1.5 },
  { beta: 32, noiseScale: 0.4 },
] as const;

/** Small and odd on purpose: no width is a multiple of another. */
const SHAPES: readonly Omit<Architecture, 'activation'>[] = [
  { inputs: 7, hidden: [5], latent: 2 },
  { inputs: 5, hidden: [], latent: 4 },
  { inputs: 5, hidden: [4, 5, 3], latent: 3 },
  { inputs: 4, hidden: [6], latent: 5 },
  { inputs: 5, hidden: [4], latent: 1 },
];

const EVERY_LIKELIHOOD: readonly Likelihood[] = [...LIKELIHOODS, 'gaussian-learned'];

export interface Objective {
  readonly name: string;
  readonly architecture: Architecture;
  readonly hyper: StepHyper;
  readonly seed: number;
}

/**
 * Every posterior family with every likelihood and regulariser, 40 in all; shapes, activations, sliders and the number
 * of samples turn at paces of their own, so that each family meets all of them.
 */
export const objectives: readonly Objective[] = FAMILIES.flatMap((posterior) =>
  EVERY_LIKELIHOOD.flatMap((likelihood) => REGULARISERS.map((regulariser) => ({ posterior, likelihood, regulariser }))),
).map(({ posterior, likelihood, regulariser }, i) => {
  const shape = SHAPES[i % SHAPES.length]!;
  const activation = ACTIVATIONS[i % ACTIVATIONS.length]!;
  const sliders = SLIDERS[(i + Math.floor(i / SLIDERS.length)) % SLIDERS.length]!;
  const samples = 1 + ((i + Math.floor(i / 8)) % 4);
  const { inputs, hidden, latent } = shape;
  const widths = [inputs, ...hidden, latent].join('-');
  return {
    name: `${posterior}, ${likelihood}, ${regulariser}, ${samples} samples, ${widths} ${activation}, β ${sliders.beta}, s ${sliders.noiseScale}`,
    architecture: { ...shape, activation, posterior },
    hyper: { ...plainHyper, ...sliders, likelihood, regulariser, samples, sigmaX: 0.4 },
    seed: i + 1,
  };
});

/** Random parameters, a batch of three images, one of them perhaps twice, and its noise. */
export function trialOf({ architecture, hyper, seed }: Objective) {
  const problem = createProblem(architecture, 5, seed);
  const batch = Uint32Array.from([...problem.batch(2), 0]);
  return { problem, batch, images: pick(problem, batch), noise: problem.noise(hyper.samples * batch.length) };
}
