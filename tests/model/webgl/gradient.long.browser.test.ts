import { afterAll, describe, expect, test } from 'vitest';
import { FAMILIES } from '../../../src/math/family';
import type { Hyper } from '../../../src/model/engine';
import { type Architecture, createLayout } from '../../../src/model/layout';
import { createDevice } from '../../../src/model/webgl/device';
import { createWebglEngine } from '../../../src/model/webgl/engine';
import { expectClose, expectLayersClose } from '../../support/close';
import {
  flatten,
  goldenImages,
  goldenLayout,
  goldenNoise,
  goldenParameters,
  goldenVariants,
} from '../../support/golden';
import { expectGoldenSteps } from '../../support/goldenSteps';
import { gradientOf } from '../../support/gradient';
import {
  ACTIVATIONS,
  createProblem,
  LIKELIHOODS,
  type Problem,
  pick,
  plainHyper,
  REGULARISERS,
} from '../../support/models';
import { type Objective, objectives, trialOf } from '../../support/objectives';
import { reference } from '../../support/reference';
import { expectSlopes, isSmooth } from '../../support/slopes';

const TOLERANCE = 1e-5;
const device = createDevice();
afterAll(() => device.dispose());

const allFour = Uint32Array.of(0, 1, 2, 3);

describe('golden VAE', () => {
  test.each(goldenVariants)('gradient and loss: $name', async ({ hyper, loss, grad }) => {
    const engine = await createWebglEngine(goldenLayout.architecture, { device });
    engine.setData(goldenImages, 4);
    const gradient = await gradientOf(engine, goldenParameters(), allFour, goldenNoise(0), hyper);
    const { total } = await engine.evaluate(allFour, goldenNoise(0), hyper);
    expectLayersClose(goldenLayout, gradient, flatten(grad), TOLERANCE);
    expect(Math.abs(total - loss) / loss).toBeLessThan(1e-6);
    engine.dispose();
  });

  test('three Adam steps', async () => {
    await expectGoldenSteps(await createWebglEngine(goldenLayout.architecture, { device }));
  });
});

/** @param noise of the batch, samples × B × d */
async function compare(
  { architecture, hyper }: Pick<Objective, 'architecture' | 'hyper'>,
  problem: Problem,
  batch: Uint32Array,
  noise: Float32Array,
): Promise<void> {
  const engine = await createWebglEngine(architecture, { device });
  engine.setData(problem.images, problem.n);
  const gradient = await gradientOf(engine, problem.parameters, batch, noise, hyper);
  const losses = await engine.evaluate(batch, noise, hyper);
  engine.dispose();

  const expected = reference(architecture, problem.parameters.values, pick(problem, batch), noise, hyper);
  expectLayersClose(createLayout(architecture), gradient, expected.gradient, TOLERANCE);
  for (const term of ['reconstruction', 'regulariser', 'total'] as const) {
    // float32 rounds the terms of K, of order 1, that nearly cancel where posteriors are close to the prior.
    expectClose(losses[term], expected[term], { rel: TOLERANCE, abs: 2e-6 }, term);
  }
}

describe('against differences of its own losses, along the gradient', () => {
  test.each(FAMILIES)('%s', async (family) => {
    const objective = objectives.find((each) => isSmooth(each) && each.architecture.posterior === family)!;
    const engine = await createWebglEngine(objective.architecture, { device });
    // All that an objective may have.
    const hyper: Hyper = { ...plainHyper, likelihood: 'gaussian-learned', beta: 0.3, samples: 2 };
    await expectSlopes(engine, { ...objective, hyper }, true);
    engine.dispose();
  });
});

describe('against the float64 reference', () => {
  const shapes: readonly Omit<Architecture, 'activation'>[] = [
    { inputs: 12, hidden: [], latent: 1 },
    { inputs: 15, hidden: [7], latent: 2 },
    { inputs: 16, hidden: [9, 6], latent: 3 },
    { inputs: 13, hidden: [10, 5, 7], latent: 8 },
  ];

  async function compareRows(architecture: Architecture, rows: number, hyper: Hyper): Promise<void> {
    const problem = createProblem(architecture, 20);
    await compare({ architecture, hyper }, problem, problem.batch(rows), problem.noise(hyper.samples * rows));
  }

  for (const shape of shapes) {
    for (const activation of ACTIVATIONS) {
      test(`${[shape.inputs, ...shape.hidden, shape.latent].join('-')} ${activation}`, async () => {
        for (const likelihood of LIKELIHOODS) {
          for (const regulariser of REGULARISERS) {
            const hyper = { ...plainHyper, beta: 2.5, noiseScale: 0.8, likelihood, regulariser, sigmaX: 0.7 };
            await compareRows({ ...shape, activation }, 5, hyper);
          }
        }
      });
    }
  }

  test.each(objectives)('$name', async (each) => {
    const { problem, batch, noise } = trialOf(each);
    await compare(each, problem, batch, noise);
  });

  test.each([1, 3, 64, 65])('a batch of %i', async (rows) => {
    await compareRows({ inputs: 15, hidden: [7], latent: 2, activation: 'relu' }, rows, plainHyper);
  });

  test.each([1, 3, 64, 65])('16 samples of a batch of %i, eight tilted axes', async (rows) => {
    const architecture: Architecture = { inputs: 15, hidden: [7], latent: 8, activation: 'relu', posterior: 'full' };
    await compareRows(architecture, rows, { ...plainHyper, likelihood: 'gaussian-learned', samples: 16 });
  });

  test.each([
    { beta: 0, noiseScale: 0 },
    { beta: 0, noiseScale: 1.5 },
    { beta: 30, noiseScale: 0 },
  ])('β = $beta, s = $noiseScale', async (corner) => {
    await compareRows({ inputs: 15, hidden: [7], latent: 2, activation: 'tanh' }, 8, { ...plainHyper, ...corner });
  });
});
