/** Whether every engine follows, from one seed, the trajectory of the plain tfjs program, on real digits. */
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { afterAll } from 'vitest';
import type { Engine, Hyper, LossTerms } from '../../src/model/engine';
import { initialParameters } from '../../src/model/initial';
import { type Architecture, createLayout, familyOf } from '../../src/model/layout';
import { createSimdEngine } from '../../src/model/simd/engine';
import { loadKernel } from '../../src/model/simd/module';
import { Trainer } from '../../src/model/trainer';
import { createDevice } from '../../src/model/webgl/device';
import { createWebglEngine } from '../../src/model/webgl/engine';
import { expectClose } from './close';
import { loadDigits } from './digits';
import { plainHyper } from './models';
import { createTfjsEngine } from './tfjs/engine';

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

interface Trajectory {
  readonly windows: readonly LossTerms[];
  readonly logVarX: number;
}

/** The engines that are compared with the plain program. */
const ENGINES: Readonly<Record<string, (architecture: Architecture) => Promise<Engine>>> = {
  webgl: (architecture) => createWebglEngine(architecture, { device }),
  'simd (relaxed)': (architecture) => createSimdEngine(architecture, kernels.relaxed),
  'simd (plain)': (architecture) => createSimdEngine(architecture, kernels.plain),
};

/** What a run is beside its architecture. */
export interface Change extends Partial<Hyper> {
  /** Whether every step draws its images. */
  readonly resampled?: boolean;
}

/** Mean losses of each window of a run from the seed, and the ln σ̃² that it ends at; disposes of the engine. */
async function follow(
  engine: Engine,
  architecture: Architecture,
  hyper: Hyper,
  resampled: boolean,
): Promise<Trajectory> {
  engine.setData(digits.images, digits.n);
  const parameters = initialParameters(architecture, 'small-ellipses', SEED);
  const { observation } = createLayout(architecture);
  // A learned σ̃ starts where a fixed one is.
  parameters.values[observation] = 2 * Math.log(hyper.sigmaX);
  engine.load(parameters);
  const { latent } = architecture;
  const start = { hyper, batchSize: 64, family: familyOf(architecture), resampled };
  const trainer = new Trainer(engine, digits, latent, SEED, start);
  const windows: LossTerms[] = [];
  while (trainer.step < STEPS) {
    for (let i = 0; i < WINDOW; i++) trainer.train();
    windows.push((await engine.losses())!);
  }
  const { values } = await engine.save();
  engine.dispose();
  return { windows, logVarX: values[observation]! };
}

export async function expectOneTrajectory(
  architecture: Architecture,
  { resampled = false, ...change }: Change,
): Promise<void> {
  const hyper = { ...plain, ...change };
  const names = Object.keys(ENGINES);
  // Side by side: while the plain program computes, others wait for their hardware.
  const [expected, ...runs] = await Promise.all([
    follow(createTfjsEngine('simd', architecture), architecture, hyper, resampled),
    ...names.map(async (name) => follow(await ENGINES[name]!(architecture), architecture, hyper, resampled)),
  ]);
  for (const [e, actual] of runs.entries()) {
    const name = names[e]!;
    for (const [i, terms] of expected.windows.entries()) {
      for (const term of ['reconstruction', 'regulariser', 'total'] as const) {
        const label = `${name}: ${term} of the ${WINDOW} steps to ${(i + 1) * WINDOW}`;
        expectClose(actual.windows[i]![term], terms[term], { rel: TOLERANCE }, label);
      }
    }
    expectClose(actual.logVarX, expected.logVarX, { abs: TOLERANCE }, `${name}: ln σ̃²`);
  }
}

/** With this σ̃ the Gaussian's constant is positive, so that R is away from zero and its relative error means something. */
const plain = { ...plainHyper, sigmaX: 0.5 };
