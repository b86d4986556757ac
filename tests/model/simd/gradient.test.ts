import { describe, expect, it } from 'vitest';
import { headParts } from '../../../src/math/posterior';
import type { Hyper } from '../../../src/model/engine';
import type { Architecture } from '../../../src/model/layout';
import { createSimdEngine } from '../../../src/model/simd/engine';
import { expectLayersClose, expectNear } from '../../support/close';
import { comparison } from '../../support/comparison';
import {
  flatten,
  goldenImages,
  goldenLayout,
  goldenNoise,
  goldenParameters,
  goldenVariants,
} from '../../support/golden';
import { gradientOf } from '../../support/gradient';
import { readKernel } from '../../support/kernel';
import { createProblem, pick, plainHyper } from '../../support/models';
import { reference } from '../../support/reference';

const kernel = await WebAssembly.compile(await readKernel());
const everyone = Uint32Array.of(0, 1, 2, 3);

describe('golden gradients', () => {
  for (const { name, hyper, loss, grad } of goldenVariants) {
    it(name, async () => {
      const engine = await createSimdEngine(goldenLayout.architecture, kernel);
      engine.setData(goldenImages, 4);
      const gradient = await gradientOf(engine, goldenParameters(), everyone, goldenNoise(0), hyper);
      expectLayersClose(goldenLayout, gradient, flatten(grad), 1e-5);
      const { total } = await engine.evaluate(everyone, goldenNoise(0), hyper);
      expect(Math.abs(total - loss) / Math.abs(loss)).toBeLessThan(1e-5);
    });
  }
});

const compare = comparison(kernel);

describe('gradients and losses against the reference', () => {
  const changes: Record<string, Partial<Hyper>> = {
    Bernoulli: {},
    'Bernoulli, simple, β 4': { regulariser: 'simple', beta: 4 },
    'Gaussian, σ̃ 0.1': { likelihood: 'gaussian', sigmaX: 0.1, noiseScale: 0.7 },
    'Gaussian, simple': { likelihood: 'gaussian', sigmaX: 2, regulariser: 'simple', beta: 0.3 },
    'squared error': { likelihood: 'squared', beta: 0 },
    'squared error, no noise': { likelihood: 'squared', noiseScale: 0, regulariser: 'simple' },
  };
  for (const activation of ['relu', 'tanh', 'gelu'] as const) {
    for (const hidden of [[], [13], [24, 9], [11, 16, 7]]) {
      for (const [name, change] of Object.entries(changes)) {
        it(`17-${hidden.join('-')} ${activation}, ${name}`, () =>
          compare({ inputs: 17, hidden, latent: 2, activation }, { ...plainHyper, ...change }, 9));
      }
    }
  }

  for (const latent of [1, 2, 3, 4, 5, 6, 7, 8]) {
    it(`${latent} latent dimensions`, () =>
      compare({ inputs: 12, hidden: [10], latent, activation: 'tanh' }, plainHyper, 6));
  }
  for (const size of [1, 2, 3, 5, 8, 13, 64, 65]) {
    it(`batch of ${size}`, () =>
      compare({ inputs: 30, hidden: [21], latent: 2, activation: 'relu' }, plainHyper, size));
  }
  for (const inputs of [1, 7, 8, 9, 63, 64, 65]) {
    it(`images of ${inputs} pixels`, () =>
      compare({ inputs, hidden: [8], latent: 2, activation: 'gelu' }, plainHyper, 10));
  }
  it('batch larger than the workspace was', () =>
    compare({ inputs: 9, hidden: [4], latent: 3, activation: 'gelu' }, plainHyper, 517, 600));
  it('sums longer than one block: 545-300-2', () =>
    compare({ inputs: 545, hidden: [300], latent: 2, activation: 'relu' }, plainHyper, 10));
  it('256-64-2', () => compare({ inputs: 256, hidden: [64], latent: 2, activation: 'relu' }, plainHyper, 64));
});

describe('extreme values', () => {
  const architecture: Architecture = { inputs: 6, hidden: [5], latent: 2, activation: 'relu' };
  for (const [what, logVar] of [
    ['huge', 500],
    ['tiny', -500],
  ] as const) {
    for (const [posterior, regulariser] of [
      ['diagonal', 'kl'],
      ['diagonal', 'simple'],
      ['isotropic', 'kl'],
      ['full', 'kl'],
      ['full', 'simple'],
    ] as const) {
      it(`a ${what} ln σ² gives finite losses and gradients, downhill: ${posterior}, ${regulariser}`, async () => {
        const shape: Architecture = { ...architecture, posterior };
        const problem = createProblem(shape, 8);
        const engine = await createSimdEngine(shape, kernel);
        const { head } = engine.kernel.layout;
        const bias = head.offset + head.inputs * head.outputs + 2;
        const end = bias + headParts(posterior, 2)[0];
        problem.parameters.values.fill(logVar, bias, end);
        engine.setData(problem.images, 8);
        const hyper = { ...plainHyper, regulariser };
        const gradient = await gradientOf(engine, problem.parameters, problem.batch(8), problem.noise(8), hyper);
        expect(gradient.every(Number.isFinite)).toBe(true);
        if (regulariser === 'kl') {
          const slopes = gradient.subarray(bias, end);
          expect(slopes.every((slope) => (logVar > 0 ? slope > 0 : slope < 0))).toBe(true);
        }
        for (let i = 0; i < 50; i++) engine.train(problem.batch(8), problem.noise(8), hyper);
        expect((await engine.save()).values.every(Number.isFinite)).toBe(true);
        const losses = await engine.losses();
        expect(Number.isFinite(losses!.total)).toBe(true);
      });
    }
  }

  it('keeps the loss of logits of ±1000', async () => {
    const problem = createProblem({ inputs: 6, hidden: [], latent: 2, activation: 'relu' }, 5);
    const { values } = problem.parameters;
    const engine = await createSimdEngine(problem.parameters.architecture, kernel);
    const { output } = engine.kernel.layout;
    for (let k = 0; k < 6; k++) values[output.offset + 2 * 6 + k] = k % 2 ? 1000 : -1000;
    engine.setData(problem.images, 5);
    engine.load(problem.parameters);
    const batch = problem.batch(5);
    const noise = problem.noise(5);
    const expected = reference(problem.parameters.architecture, values, pick(problem, batch), noise, plainHyper);
    expectNear([(await engine.evaluate(batch, noise, plainHyper)).total], [expected.total], 1e-5);
    expectNear(await gradientOf(engine, problem.parameters, batch, noise, plainHyper), expected.gradient, 1e-5);
  });
});
