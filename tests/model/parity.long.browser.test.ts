/** From one seed, every engine follows the trajectory of the plain tfjs program, on real digits. */
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { afterAll, describe, it } from 'vitest';
import type { Engine, Hyper, Likelihood, LossTerms, Regulariser } from '../../src/model/engine';
import { initialParameters } from '../../src/model/initial';
import type { Architecture } from '../../src/model/layout';
import { createSimdEngine } from '../../src/model/simd/engine';
import { loadKernel } from '../../src/model/simd/module';
import { Trainer } from '../../src/model/trainer';
import { createDevice } from '../../src/model/webgl/device';
import { createWebglEngine } from '../../src/model/webgl/engine';
import { expectClose } from '../support/close';
import { loadDigits } from '../support/digits';
import { createTfjsEngine } from '../support/tfjs/engine';

const STEPS = 200;
/** Steps whose losses are averaged and compared. */
const WINDOW = 20;
/** The promise is 1e-3; rounding alone leaves 2e-6 between float32 programs over these steps. */
const TOLERANCE = 1e-5;
const SEED = 1;

const digits = await loadDigits();
await tf.setBackend('cpu');
const device = createDevice();
afterAll(() => device.dispose());
const kernels = { relaxed: await loadKernel('relaxed'), plain: await loadKernel('plain') };

/** The engines that are compared with the plain program. */
const ENGINES: Readonly<Record<string, (architecture: Architecture) => Promise<Engine>>> = {
  webgl: (architecture) => createWebglEngine(architecture, { device }),
  'simd (relaxed)': (architecture) => createSimdEngine(architecture, kernels.relaxed),
  'simd (plain)': (architecture) => createSimdEngine(architecture, kernels.plain),
};

/** Mean losses of each window of a run from the seed; disposes of the engine. */
async function follow(engine: Engine, architecture: Architecture, hyper: Hyper): Promise<LossTerms[]> {
  engine.setData(digits.images, digits.n);
  engine.load(initialParameters(architecture, 'small-ellipses', SEED));
  const trainer = new Trainer(engine, digits, architecture.latent, SEED, { hyper, batchSize: 64 });
  const windows: LossTerms[] = [];
  while (trainer.step < STEPS) {
    for (let i = 0; i < WINDOW; i++) trainer.train();
    windows.push((await engine.losses())!);
  }
  engine.dispose();
  return windows;
}

async function expectOneTrajectory(architecture: Architecture, hyper: Hyper): Promise<void> {
  const names = Object.keys(ENGINES);
  // Side by side: while the plain program computes, others wait for their hardware.
  const [expected, ...runs] = await Promise.all([
    follow(createTfjsEngine('simd', architecture), architecture, hyper),
    ...names.map(async (name) => follow(await ENGINES[name]!(architecture), architecture, hyper)),
  ]);
  for (const [e, actual] of runs.entries()) {
    const name = names[e]!;
    for (const [i, terms] of expected.entries()) {
      for (const term of ['reconstruction', 'regulariser', 'total'] as const) {
        const label = `${name}: ${term} of the ${WINDOW} steps to ${(i + 1) * WINDOW}`;
        expectClose(actual[i]![term], terms[term], { rel: TOLERANCE }, label);
      }
    }
  }
}

/** With this σ̃ the Gaussian's constant is positive, so that R is away from zero and its relative error means something. */
const plain: Hyper = {
  beta: 1,
  noiseScale: 1,
  likelihood: 'bernoulli',
  sigmaX: 0.5,
  regulariser: 'kl',
  learningRate: 1e-3,
};

const likelihoods: readonly Likelihood[] = ['bernoulli', 'gaussian', 'squared'];
const regularisers: readonly Regulariser[] = ['kl', 'simple'];
const corners = [
  { beta: 0, noiseScale: 0 },
  { beta: 0, noiseScale: 1 },
  { beta: 1, noiseScale: 0 },
  { beta: 1, noiseScale: 1 },
];
const cases = likelihoods.flatMap((likelihood) =>
  regularisers.flatMap((regulariser) => corners.map((corner) => ({ likelihood, regulariser, ...corner }))),
);

describe('64-64-2', () => {
  const architecture: Architecture = { inputs: 64, hidden: [64], latent: 2, activation: 'relu' };
  it.each(cases)('$likelihood, $regulariser, β = $beta, s = $noiseScale', { timeout: 60_000 }, (change) =>
    expectOneTrajectory(architecture, { ...plain, ...change }),
  );
});

describe('deep and odd', () => {
  it.each<[Architecture, Partial<Hyper>]>([
    [
      { inputs: 64, hidden: [33, 17], latent: 1, activation: 'tanh' },
      { regulariser: 'simple', noiseScale: 0.6 },
    ],
    [
      { inputs: 64, hidden: [29, 22, 11], latent: 5, activation: 'gelu' },
      { likelihood: 'gaussian', beta: 4 },
    ],
  ])('%o, %o', { timeout: 60_000 }, (architecture, change) =>
    expectOneTrajectory(architecture, { ...plain, ...change }),
  );
});
