import { describe, expect, it } from 'vitest';
import { FAMILIES, headParts } from '../../../src/math/posterior';
import type { Hyper } from '../../../src/model/engine';
import type { Architecture } from '../../../src/model/layout';
import { createSimdEngine } from '../../../src/model/simd/engine';
import { expectClose, expectLayersClose, expectNear } from '../../support/close';
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
import { objectives, trialOf } from '../../support/objectives';
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

/** Compares gradient and losses with the reference for one batch. */
async function compare(architecture: Architecture, hyper: Hyper, size: number, n = 70): Promise<void> {
  const problem = createProblem(architecture, n, 3);
  const engine = await createSimdEngine(architecture, kernel);
  engine.setData(problem.images, n);
  const batch = problem.batch(size);
  const noise = problem.noise(hyper.samples * size);
  const expected = reference(architecture, problem.parameters.values, pick(problem, batch), noise, hyper);
  // Twice: what is left in the workspace must not matter.
  await gradientOf(engine, problem.parameters, problem.batch(n), problem.noise(hyper.samples * n), hyper);
  const gradient = await gradientOf(engine, problem.parameters, batch, noise, hyper);
  expectLayersClose(engine.kernel.layout, gradient, expected.gradient, 1e-5);
  const losses = await engine.evaluate(batch, noise, hyper);
  for (const term of ['reconstruction', 'regulariser', 'total'] as const) {
    expectNear([losses[term]], [expected[term]], 1e-5, term);
  }
}

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

describe('families, learned σ̃ and several samples against the reference', () => {
  it.each(objectives)('$name', ({ architecture, hyper }) => compare(architecture, hyper, 9));

  for (const posterior of FAMILIES) {
    for (const latent of [1, 2, 3, 4, 5, 6, 7, 8]) {
      const architecture: Architecture = { inputs: 12, hidden: [10], latent, activation: 'tanh', posterior };
      it(`${posterior}, ${latent} latent dimensions`, () => compare(architecture, { ...plainHyper, samples: 2 }, 6));
    }
  }
  for (const [size, samples] of [
    [1, 16],
    [3, 3],
    [8, 2],
    [13, 5],
    [65, 2],
    [70, 16],
  ] as const) {
    const architecture: Architecture = { inputs: 30, hidden: [21], latent: 3, activation: 'gelu', posterior: 'full' };
    it(`batch of ${size}, ${samples} samples`, () =>
      compare(architecture, { ...plainHyper, samples, likelihood: 'gaussian-learned' }, size));
  }
});

/**
 * ∂(loss)/∂t of values + t·direction at t = 0, by central differences with an error of t⁴ (Richardson), so that they may
 * be far enough apart for the losses' rounding.
 */
async function slopeAlong(loss: (values: Float32Array) => Promise<number>, values: Float32Array, direction: number[]) {
  const difference = async (t: number): Promise<number> => {
    const [above, below] = [t, -t].map((at) => values.map((value, i) => value + at * direction[i]!));
    return ((await loss(above!)) - (await loss(below!))) / (2 * t);
  };
  const t = 2 ** -6;
  return (4 * (await difference(t)) - (await difference(2 * t))) / 3;
}

describe('gradients against differences of losses', () => {
  // Smooth ones alone: a difference across the corner of a ReLU says nothing of the slope beside it.
  it.each(objectives.filter(({ architecture }) => architecture.activation !== 'relu'))('$name', async (objective) => {
    const { architecture, hyper } = objective;
    const { problem, batch, noise } = trialOf(objective);
    const engine = await createSimdEngine(architecture, kernel);
    engine.setData(problem.images, problem.n);
    const { parameters } = problem;
    const gradient = await gradientOf(engine, parameters, batch, noise, hyper);
    const loss = async (values: Float32Array): Promise<number> => {
      engine.load({ ...parameters, values });
      return (await engine.evaluate(batch, noise, hyper)).total;
    };
    const { layers, observation, size } = engine.kernel.layout;
    const starts = [...layers.map(({ offset }) => offset), observation, size];
    for (let i = 0; i + 1 < starts.length; i++) {
      const part = [...gradient].map((slope, at) => (at >= starts[i]! && at < starts[i + 1]! ? slope : 0));
      const length = Math.hypot(...part);
      if (length === 0) continue;
      const direction = part.map((slope) => slope / length);
      const slope = await slopeAlong(loss, parameters.values, direction);
      // What the rounding of float32 losses leaves of a difference, beside the share.
      const abs = 1e-5 * Math.abs(await loss(parameters.values));
      expectClose(slope, length, { rel: 1e-3, abs }, layers[i]?.name ?? 'ln σ̃²');
    }
  });
});

describe('several samples', () => {
  it.each(FAMILIES)('have the mean R of each alone, and one K: %s', async (posterior) => {
    const architecture: Architecture = { inputs: 15, hidden: [9], latent: 3, activation: 'tanh', posterior };
    const problem = createProblem(architecture, 300);
    const engine = await createSimdEngine(architecture, kernel);
    engine.setData(problem.images, problem.n);
    engine.load(problem.parameters);
    for (const size of [5, 290]) {
      const batch = problem.batch(size);
      const noise = problem.noise(4 * size);
      const together = await engine.evaluate(batch, noise, { ...plainHyper, samples: 4 });
      const each = await Promise.all(
        [0, 1, 2, 3].map((s) => engine.evaluate(batch, noise.slice(3 * size * s, 3 * size * (s + 1)), plainHyper)),
      );
      const mean = each.reduce((sum, { reconstruction }) => sum + reconstruction / 4, 0);
      expectClose(together.reconstruction, mean, { rel: 1e-9 }, 'R');
      expectClose(together.regulariser, each[0]!.regulariser, { rel: 1e-9 }, 'K');
    }
  });
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
