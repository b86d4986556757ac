import { afterAll, describe, expect, test } from 'vitest';
import type { Hyper, Likelihood, Regulariser } from '../../../src/model/engine';
import type { Activation, Architecture } from '../../../src/model/layout';
import { createDevice } from '../../../src/model/webgl/device';
import { createWebglEngine } from '../../../src/model/webgl/engine';
import {
  flatten,
  golden,
  goldenHyper,
  goldenImages,
  goldenLayout,
  goldenNoise,
  goldenParameters,
  goldenVariants,
} from '../../support/golden';
import { gradientOf } from '../../support/gradient';
import { reference } from '../../support/reference';
import { blockError, pick, plainHyper, randomBatch, randomImages, randomParameters } from './support';

const TOLERANCE = 1e-5;
const device = createDevice();
afterAll(() => device.dispose());

const allFour = Uint32Array.of(0, 1, 2, 3);

async function goldenEngine() {
  const engine = await createWebglEngine(goldenLayout.architecture, { device });
  engine.setData(goldenImages, 4);
  engine.load(goldenParameters());
  return engine;
}

describe('golden VAE', () => {
  test.each(goldenVariants)('gradient and loss: $name', async ({ hyper, loss, grad }) => {
    const engine = await goldenEngine();
    const gradient = await gradientOf(engine, goldenParameters(), allFour, goldenNoise(0), hyper);
    const { total } = await engine.evaluate(allFour, goldenNoise(0), hyper);
    expect(blockError(goldenLayout.architecture, gradient, flatten(grad))).toBeLessThan(TOLERANCE);
    expect(Math.abs(total - loss) / loss).toBeLessThan(1e-6);
    engine.dispose();
  });

  test('three Adam steps', async () => {
    const engine = await goldenEngine();
    const { adam } = golden;
    for (let t = 0; t < 3; t++) {
      engine.train(allFour, goldenNoise(t), goldenHyper);
      const losses = await engine.losses();
      expect(losses!.total).toBeCloseTo(adam.loss_before_step[t]!, 4);
      const { values, step } = await engine.save();
      expect(step).toBe(t + 1);
      const expected = flatten(adam.params_after_step[t]!);
      expect(blockError(goldenLayout.architecture, values, expected)).toBeLessThan(TOLERANCE);
    }
    const { first, second } = await engine.save();
    expect(blockError(goldenLayout.architecture, first, flatten(adam.exp_avg_after3))).toBeLessThan(TOLERANCE);
    expect(blockError(goldenLayout.architecture, second, flatten(adam.exp_avg_sq_after3))).toBeLessThan(TOLERANCE);
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
  const activations: readonly Activation[] = ['relu', 'tanh', 'gelu'];
  const likelihoods: readonly Likelihood[] = ['bernoulli', 'gaussian', 'squared'];
  const regularisers: readonly Regulariser[] = ['kl', 'simple'];

  async function compare(architecture: Architecture, rows: number, hyper: Hyper): Promise<void> {
    const parameters = randomParameters(architecture);
    const images = randomImages(20, architecture.inputs);
    const { indices, noise } = randomBatch(rows, 20, architecture.latent);
    const engine = await createWebglEngine(architecture, { device });
    engine.setData(images, 20);
    const gradient = await gradientOf(engine, parameters, indices, noise, hyper);
    const losses = await engine.evaluate(indices, noise, hyper);
    engine.dispose();

    const expected = reference(
      architecture,
      parameters.values,
      pick(images, indices, architecture.inputs),
      noise,
      hyper,
    );
    expect(blockError(architecture, gradient, expected.gradient)).toBeLessThan(TOLERANCE);
    for (const term of ['reconstruction', 'regulariser', 'total'] as const) {
      expect(Math.abs(losses[term] / expected[term] - 1)).toBeLessThan(TOLERANCE);
    }
  }

  for (const shape of shapes) {
    for (const activation of activations) {
      test(`${[shape.inputs, ...shape.hidden, shape.latent].join('-')} ${activation}`, async () => {
        for (const likelihood of likelihoods) {
          for (const regulariser of regularisers) {
            const hyper = { ...plainHyper, beta: 2.5, noiseScale: 0.8, likelihood, regulariser };
            await compare({ ...shape, activation }, 5, hyper);
          }
        }
      });
    }
  }

  test.each([1, 3, 64, 65])('a batch of %i', async (rows) => {
    await compare({ inputs: 15, hidden: [7], latent: 2, activation: 'relu' }, rows, plainHyper);
  });

  test.each([
    { beta: 0, noiseScale: 0 },
    { beta: 0, noiseScale: 1.5 },
    { beta: 30, noiseScale: 0 },
  ])('β = $beta, s = $noiseScale', async (corner) => {
    await compare({ inputs: 15, hidden: [7], latent: 2, activation: 'tanh' }, 8, { ...plainHyper, ...corner });
  });
});
