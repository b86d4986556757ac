import { describe, expect, it } from 'vitest';
import { FAMILIES } from '../../../src/math/family';
import type { Hyper } from '../../../src/model/engine';
import type { Architecture } from '../../../src/model/layout';
import { createSimdEngine, type SimdEngine } from '../../../src/model/simd/engine';
import { Trainer, type TrainerState } from '../../../src/model/trainer';
import { expectClose, expectNear } from '../../support/close';
import { goldenLayout } from '../../support/golden';
import { expectGoldenSteps } from '../../support/goldenSteps';
import { readKernel } from '../../support/kernel';
import { expectLeastSigma } from '../../support/leastSigma';
import { createProblem, type Problem, pick, plainHyper } from '../../support/models';
import { ReferenceAdam, reference } from '../../support/reference';

const kernel = await WebAssembly.compile(await readKernel());

async function start(problem: Problem): Promise<SimdEngine> {
  const engine = await createSimdEngine(problem.parameters.architecture, kernel);
  engine.setData(problem.images, problem.n);
  engine.load(problem.parameters);
  return engine;
}

describe('training', () => {
  it('takes the golden Adam steps', async () => {
    await expectGoldenSteps(await createSimdEngine(goldenLayout.architecture, kernel));
  });

  it.each([
    [{ inputs: 64, hidden: [64], latent: 2, activation: 'relu' }],
    [{ inputs: 33, hidden: [20, 10], latent: 3, activation: 'tanh', posterior: 'full' }],
    [{ inputs: 25, hidden: [], latent: 5, activation: 'gelu', posterior: 'isotropic' }],
  ] satisfies [Architecture][])(
    'goes on as a new engine would from parameters that are loaded after NaN: %o',
    async (of) => {
      const problem = createProblem(of, 40, 5);
      const spoilt = await start(problem);
      const batch = problem.batch(16);
      const noise = problem.noise(16);
      // The second step has NaN in every unit.
      for (let step = 0; step < 2; step++) spoilt.train(batch, noise.slice().fill(Number.NaN), plainHyper);
      expect((await spoilt.save()).values.some(Number.isNaN)).toBe(true);
      await spoilt.losses();
      spoilt.load(problem.parameters);
      const fresh = await start(problem);
      for (const engine of [spoilt, fresh]) for (let step = 0; step < 3; step++) engine.train(batch, noise, plainHyper);
      expect(await spoilt.save()).toEqual(await fresh.save());
      expect(await spoilt.losses()).toEqual(await fresh.losses());
    },
  );

  const runs: [Architecture, Partial<Hyper>][] = [
    [{ inputs: 64, hidden: [32], latent: 2, activation: 'relu' }, {}],
    [
      { inputs: 33, hidden: [20, 10], latent: 3, activation: 'tanh' },
      { likelihood: 'gaussian', sigmaX: 0.5 },
    ],
    [
      { inputs: 25, hidden: [12, 9, 6], latent: 2, activation: 'gelu' },
      { likelihood: 'squared', regulariser: 'simple' },
    ],
    [
      { inputs: 31, hidden: [], latent: 3, activation: 'relu', posterior: 'full' },
      { likelihood: 'gaussian-learned', samples: 3 },
    ],
    [
      { inputs: 31, hidden: [14], latent: 5, activation: 'tanh', posterior: 'isotropic' },
      { likelihood: 'gaussian-learned', samples: 2 },
    ],
  ];
  for (const [architecture, change] of runs) {
    const { hidden, posterior, activation } = architecture;
    it(`follows the reference for 200 steps: ${[...hidden, posterior, activation].join(' ')}`, async () => {
      const problem = createProblem(architecture, 50, 6);
      const engine = await start(problem);
      const values = Float64Array.from(problem.parameters.values);
      const adam = new ReferenceAdam(values.length);
      for (let t = 0; t < 200; t++) {
        const batch = problem.batch(16);
        // The sliders move while it trains.
        const hyper = { ...plainHyper, learningRate: 3e-3, beta: t < 100 ? 0.2 : 2, noiseScale: t / 200, ...change };
        const noise = problem.noise(hyper.samples * 16);
        engine.train(batch, noise, hyper);
        const losses = (await engine.losses())!;
        const { gradient, ...expected } = reference(architecture, values, pick(problem, batch), noise, hyper);
        adam.step(values, gradient, hyper.learningRate);
        expectNear([losses.reconstruction], [expected.reconstruction], 1e-3, `R of step ${t}`);
        expectNear([losses.regulariser], [expected.regulariser], 1e-3, `K of step ${t}`);
        expectNear([losses.total], [expected.total], 1e-3, `loss of step ${t}`);
      }
      const { observation } = engine.kernel.layout;
      const { values: trained } = await engine.save();
      expectClose(trained[observation]!, values[observation]!, { rel: 1e-4 }, 'ln σ̃²');
    });
  }

  const architecture: Architecture = { inputs: 21, hidden: [9], latent: 2, activation: 'tanh' };

  it('averages the losses since the last call', async () => {
    const problem = createProblem(architecture, 10);
    const [engine, twin] = [await start(problem), await start(problem)];
    expect(await engine.losses()).toBeNull();
    const each: number[] = [];
    for (const beta of [0, 1, 5]) {
      const batch = problem.batch(4);
      const noise = problem.noise(4);
      engine.train(batch, noise, { ...plainHyper, beta });
      twin.train(batch, noise, { ...plainHyper, beta });
      each.push((await twin.losses())!.total);
    }
    expect((await engine.losses())!.total).toBeCloseTo((each[0]! + each[1]! + each[2]!) / 3, 10);
    expect(await engine.losses()).toBeNull();
  });

  it('evaluates the loss that a step then reports, and moves nothing', async () => {
    const problem = createProblem(architecture, 10);
    const engine = await start(problem);
    const [batch, noise] = [problem.batch(7), problem.noise(7)];
    const before = await engine.evaluate(batch, noise, plainHyper);
    expect((await engine.save()).values).toEqual(problem.parameters.values);
    expect(await engine.losses()).toBeNull();
    engine.train(batch, noise, plainHyper);
    const during = (await engine.losses())!;
    expectNear(Object.values(before), Object.values(during), 1e-12);
  });

  it('repeats itself to the bit, and goes on after save and load', async () => {
    const problem = createProblem(architecture, 10);
    const script = Array.from({ length: 60 }, (_, t) => {
      const size = [4, 1, 10, 3][t % 4]!;
      return { batch: problem.batch(size), noise: problem.noise(size) };
    });
    const [once, again] = [await start(problem), await start(problem)];
    let copy = again;
    script.forEach(({ batch, noise }) => {
      once.train(batch, noise, plainHyper);
    });
    for (const [t, { batch, noise }] of script.entries()) {
      if (t === 25) {
        copy = await createSimdEngine(architecture, kernel);
        copy.setData(problem.images, problem.n);
        copy.load(await again.save());
      }
      copy.train(batch, noise, plainHyper);
    }
    expect(await copy.save()).toEqual(await once.save());
  });

  it.each(FAMILIES)('goes on to the bit in another engine, with noise, σ̃ and several samples: %s', async (family) => {
    const shape: Architecture = { ...architecture, latent: 3, posterior: family };
    const problem = createProblem(shape, 10);
    const hyper: Hyper = { ...plainHyper, likelihood: 'gaussian-learned', samples: 3 };
    const run = (engine: SimdEngine, from?: TrainerState): Trainer =>
      new Trainer(engine, problem, 3, 1, { hyper, batchSize: 4, family, ...(from && { from }) });
    const whole = await start(problem);
    const trainer = run(whole);
    for (let t = 0; t < 20; t++) trainer.train();
    const rest = { parameters: await whole.save(), state: trainer.state() };
    for (let t = 0; t < 20; t++) trainer.train();

    const engine = await start(problem);
    engine.load(rest.parameters);
    const other = run(engine, rest.state);
    for (let t = 0; t < 20; t++) other.train();
    expect(await engine.save()).toEqual(await whole.save());
    expect(other.state()).toEqual(trainer.state());
  });

  it('learns the σ̃ whose square is the mean squared error a pixel', async () => {
    const problem = createProblem({ ...architecture, activation: 'relu' }, 32);
    const engine = await start(problem);
    const everyone = Uint32Array.from({ length: 32 }, (_, i) => i);
    const hyper: Hyper = { ...plainHyper, likelihood: 'gaussian-learned', samples: 8 };
    for (let t = 0; t < 3000; t++) {
      const learningRate = t < 2000 ? 1e-2 : 1e-3;
      engine.train(everyone, problem.noise(8 * 32), { ...hyper, learningRate });
    }
    let error = 0;
    for (let i = 0; i < 50; i++) {
      const noise = problem.noise(8 * 32);
      const terms = await engine.evaluate(everyone, noise, { ...hyper, likelihood: 'squared' });
      error += terms.reconstruction / architecture.inputs / 50;
    }
    expectClose(engine.kernel.sigmaX ** 2, error, { rel: 0.01 }, 'σ̃²');
    // Images of independent bytes: their variance is 1/12, and a code of two axes explains some of it.
    expect(error).toBeLessThan(1 / 12);
  });

  it('learns no σ̃ below its limit', () => expectLeastSigma((of) => createSimdEngine(of, kernel)));

  it('moves the moments even at learning rate 0', async () => {
    const problem = createProblem(architecture, 10);
    const engine = await start(problem);
    engine.train(problem.batch(4), problem.noise(4), { ...plainHyper, learningRate: 0 });
    const { values, first } = await engine.save();
    expect(values).toEqual(problem.parameters.values);
    expect(first.some((m) => m !== 0)).toBe(true);
  });

  it.each([
    ['diagonal', 1],
    ['full', 5],
  ] as const)('needs no more memory after 10,000 steps: %s, %i samples', async (posterior, samples) => {
    const problem = createProblem({ ...architecture, posterior }, 64);
    const engine = await start(problem);
    const hyper = { ...plainHyper, samples };
    const batches = [64, 8, 1, 33].map((size) => ({
      batch: problem.batch(size),
      noise: problem.noise(samples * size),
    }));
    engine.train(batches[0]!.batch, batches[0]!.noise, hyper);
    await engine.observe({ stride: 1, points: problem.noise(100), probes: Uint32Array.of(0), likelihood: 'bernoulli' });
    const before = engine.kernel.byteLength;
    for (let t = 0; t < 10_000; t++) {
      const { batch, noise } = batches[t % 4]!;
      engine.train(batch, noise, hyper);
      if (t % 1000 === 0)
        await engine.observe({
          stride: 1,
          points: problem.noise(100),
          probes: Uint32Array.of(0),
          likelihood: 'bernoulli',
        });
    }
    expect(engine.kernel.byteLength).toBe(before);
  });

  it('brings the moments of weights without a gradient to 0, and to no denormal number', async () => {
    const problem = createProblem({ inputs: 9, hidden: [5], latent: 2, activation: 'relu' }, 8);
    // The first pixel is black in every image: its weights have no gradient.
    const images = problem.images.map((value, i) => (i % 9 === 0 ? 0 : value));
    const { values } = problem.parameters;
    const engine = await start({ ...problem, images });
    const moments = new Float32Array(values.length).fill(1e-20);
    engine.load({ ...problem.parameters, first: moments, second: moments });
    for (let t = 0; t < 400; t++) engine.train(problem.batch(4), problem.noise(4), plainHyper);
    const after = await engine.save();
    expect([...after.first.subarray(0, 5)]).toEqual([0, 0, 0, 0, 0]);
    for (let t = 0; t < 30_000; t++) engine.train(problem.batch(1), problem.noise(1), plainHyper);
    const late = await engine.save();
    expect([...late.second.subarray(0, 5)]).toEqual([0, 0, 0, 0, 0]);
    const denormal = (value: number): boolean => value !== 0 && Math.abs(value) < 2 ** -126;
    expect([...late.first, ...late.second].filter(denormal)).toEqual([]);
    expect([...late.values.subarray(0, 5)].every(Number.isFinite)).toBe(true);
  });

  it('keeps a moment that is no number as it is', async () => {
    const problem = createProblem({ inputs: 9, hidden: [5], latent: 2, activation: 'relu' }, 8);
    const engine = await start(problem);
    const size = problem.parameters.values.length;
    engine.load({ ...problem.parameters, first: new Float32Array(size).fill(Number.NaN) });
    engine.train(problem.batch(4), problem.noise(4), plainHyper);
    const { first } = await engine.save();
    expect(first.subarray(0, size - 1).every(Number.isNaN)).toBe(true);
  });

  it('learns: the loss falls by a third in 500 steps', async () => {
    const problem = createProblem({ ...architecture, activation: 'relu' }, 16);
    const engine = await start(problem);
    const everyone = problem.batch(16);
    const noise = new Float32Array(32);
    const before = await engine.evaluate(everyone, noise, { ...plainHyper, likelihood: 'squared' });
    for (let t = 0; t < 500; t++) {
      engine.train(everyone, noise, { ...plainHyper, likelihood: 'squared', beta: 0.01, learningRate: 1e-2 });
    }
    const after = await engine.evaluate(everyone, noise, { ...plainHyper, likelihood: 'squared' });
    expect(after.reconstruction).toBeLessThan((2 / 3) * before.reconstruction);
  });
});
