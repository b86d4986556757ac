/** One run handed from engine to engine, on real digits. */
import { describe, it } from 'vitest';
import type { Engine, EngineName, Hyper, LossTerms } from '../../src/model/engine';
import { initialParameters } from '../../src/model/initial';
import { type Architecture, createLayout, familyOf } from '../../src/model/layout';
import { createSimdEngine } from '../../src/model/simd/engine';
import { Trainer } from '../../src/model/trainer';
import { createWebglEngine } from '../../src/model/webgl/engine';
import { expectClose, expectLayersClose } from '../support/close';
import { loadDigits } from '../support/digits';
import { plainHyper } from '../support/models';

/** Steps on one engine before the next takes over; the losses of a window of this length are compared. */
const LEG = 20;
const SEED = 3;

const digits = await loadDigits();

const plain = { ...plainHyper, sigmaX: 0.5 };

interface Run {
  readonly architecture: Architecture;
  readonly hyper: Hyper;
}

async function open(name: EngineName, architecture: Architecture): Promise<Engine> {
  const engine = await (name === 'webgl' ? createWebglEngine(architecture) : createSimdEngine(architecture));
  engine.setData(digits.images, digits.n);
  return engine;
}

/** Trains one leg on each of the engines, which hand over all that they have saved. */
async function relay({ architecture, hyper }: Run, names: readonly EngineName[]) {
  let parameters = initialParameters(architecture, 'small-ellipses', SEED);
  let trainer: Trainer | null = null;
  const losses: LossTerms[] = [];
  for (const name of names) {
    const engine = await open(name, architecture);
    engine.load(parameters);
    trainer ??= new Trainer(engine, digits, architecture.latent, SEED, {
      hyper,
      batchSize: 64,
      family: familyOf(architecture),
    });
    trainer.moveTo(engine, parameters.step);
    for (let i = 0; i < LEG; i++) trainer.train();
    losses.push((await engine.losses())!);
    parameters = await engine.save();
    engine.dispose();
  }
  return { losses, parameters };
}

const runs: readonly Run[] = [
  { architecture: { inputs: 64, hidden: [64], latent: 2, activation: 'relu' }, hyper: plain },
  { architecture: { inputs: 64, hidden: [23, 9], latent: 3, activation: 'gelu' }, hyper: plain },
  {
    architecture: { inputs: 64, hidden: [32], latent: 3, activation: 'tanh', posterior: 'full' },
    hyper: { ...plain, likelihood: 'gaussian-learned', samples: 2 },
  },
];

describe.each(runs)('$architecture, $hyper.likelihood', (run) => {
  it.each<[EngineName[]]>([[['webgl', 'simd', 'webgl', 'simd']], [['simd', 'webgl', 'webgl', 'webgl']]])(
    'handed on, %s: the trajectory of one engine',
    async (names) => {
      const expected = await relay(run, ['simd', 'simd', 'simd', 'simd']);
      const actual = await relay(run, names);
      expected.losses.forEach((terms, leg) => {
        for (const term of ['reconstruction', 'regulariser', 'total'] as const) {
          expectClose(actual.losses[leg]![term], terms[term], { rel: 1e-4 }, `${term} of leg ${leg + 1}`);
        }
      });
      const layout = createLayout(run.architecture);
      expectLayersClose(layout, actual.parameters.values, expected.parameters.values, 1e-3);
      expectLayersClose(layout, actual.parameters.first, expected.parameters.first, 1e-3);
      expectLayersClose(layout, actual.parameters.second, expected.parameters.second, 1e-3);
      expectClose(actual.parameters.step, names.length * LEG, {}, 'steps');
    },
  );
});
