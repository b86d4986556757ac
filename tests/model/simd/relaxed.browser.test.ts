import { describe, expect, it } from 'vitest';
import { createSimdEngine } from '../../../src/model/simd/engine';
import { loadKernel } from '../../../src/model/simd/module';
import { hasRelaxedSimd } from '../../../src/platform/wasm';
import { expectLayersClose, expectNear } from '../../support/close';
import {
  flatten,
  goldenImages,
  goldenLayout,
  goldenNoise,
  goldenParameters,
  goldenVariants,
} from '../../support/golden';
import { gradientOf } from '../../support/gradient';
import { createProblem, pick, plainHyper } from '../../support/models';
import { objectives, trialOf } from '../../support/objectives';
import { reference } from '../../support/reference';
import { expectSparse, SPARSE_TRIALS } from '../../support/sparse';

const everyone = Uint32Array.of(0, 1, 2, 3);
const builds = hasRelaxedSimd() ? (['plain', 'relaxed'] as const) : (['plain'] as const);

describe.each(builds)('the %s kernel in a browser', (build) => {
  for (const { name, hyper, loss, grad } of goldenVariants) {
    it(`has the golden gradient: ${name}`, async () => {
      const engine = await createSimdEngine(goldenLayout.architecture, await loadKernel(build));
      engine.setData(goldenImages, 4);
      const gradient = await gradientOf(engine, goldenParameters(), everyone, goldenNoise(0), hyper);
      expectLayersClose(goldenLayout, gradient, flatten(grad), 1e-5);
      expectNear([(await engine.evaluate(everyone, goldenNoise(0), hyper)).total], [loss], 1e-5);
    });
  }

  for (const activation of ['relu', 'tanh', 'gelu'] as const) {
    it(`agrees with the reference: 65-24-9-3 ${activation}`, async () => {
      const architecture = { inputs: 65, hidden: [24, 9], latent: 3, activation };
      const problem = createProblem(architecture, 40);
      const engine = await createSimdEngine(architecture, await loadKernel(build));
      engine.setData(problem.images, problem.n);
      const [batch, noise] = [problem.batch(33), problem.noise(33)];
      const expected = reference(architecture, problem.parameters.values, pick(problem, batch), noise, plainHyper);
      const gradient = await gradientOf(engine, problem.parameters, batch, noise, plainHyper);
      expectLayersClose(engine.kernel.layout, gradient, expected.gradient, 1e-5);
    });
  }

  it.each(objectives)('agrees with the reference: $name', async (objective) => {
    const { architecture, hyper } = objective;
    const { problem, batch, images, noise } = trialOf(objective);
    const engine = await createSimdEngine(architecture, await loadKernel(build));
    engine.setData(problem.images, problem.n);
    const expected = reference(architecture, problem.parameters.values, images, noise, hyper);
    const gradient = await gradientOf(engine, problem.parameters, batch, noise, hyper);
    expectLayersClose(engine.kernel.layout, gradient, expected.gradient, 1e-5);
  });

  it.each(SPARSE_TRIALS)('changes no bit where it passes over black pixels: %o', async (trial) =>
    expectSparse(await loadKernel(build), trial),
  );
});

it('the engine finds a kernel by itself', async () => {
  const engine = await createSimdEngine(goldenLayout.architecture);
  engine.load(goldenParameters());
  expect((await engine.save()).values).toEqual(goldenParameters().values);
});

it('Chromium has relaxed SIMD', () => {
  expect(hasRelaxedSimd()).toBe(true);
});

describe('the arithmetic that a kernel says', () => {
  /** Parameters after some steps on one build, and what it says of itself. */
  async function trained(build: (typeof builds)[number]) {
    const architecture = { inputs: 65, hidden: [24, 9], latent: 3, activation: 'relu' } as const;
    const problem = createProblem(architecture, 40);
    const engine = await createSimdEngine(architecture, await loadKernel(build));
    engine.setData(problem.images, problem.n);
    engine.load(problem.parameters);
    for (let i = 0; i < 20; i++) engine.train(problem.batch(16), problem.noise(16), plainHyper);
    const { values } = await engine.save();
    return { arithmetic: engine.arithmetic, values };
  }

  it('is plain for the plain build, and decides whether the other has the same numbers', async () => {
    const plain = await trained('plain');
    expect(plain.arithmetic).toBe('plain');
    for (const build of builds) {
      const { arithmetic, values } = await trained(build);
      const same = values.every((value, i) => value === plain.values[i]);
      expect(same, build).toBe(arithmetic === 'plain');
    }
  });
});
