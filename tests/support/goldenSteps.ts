import { expect } from 'vitest';
import type { Engine } from '../../src/model/engine';
import { expectClose, expectLayersClose } from './close';
import { flatten, golden, goldenHyper, goldenImages, goldenLayout, goldenNoise, goldenParameters } from './golden';

/** float32, to the largest magnitude of a block. */
const FLOAT = 1e-5;

/** Expects that an engine for the golden architecture takes the three golden Adam steps, and disposes of it. */
export async function expectGoldenSteps(engine: Engine): Promise<void> {
  engine.setData(goldenImages, 4);
  engine.load(goldenParameters());
  for (const [t, loss] of golden.adam.loss_before_step.entries()) {
    engine.train(Uint32Array.of(0, 1, 2, 3), goldenNoise(t), goldenHyper);
    const losses = await engine.losses();
    expectClose(losses!.total, loss, { rel: FLOAT }, `loss before step ${t + 1}`);
    const { values, step } = await engine.save();
    expect(step).toBe(t + 1);
    expectLayersClose(goldenLayout, values, flatten(golden.adam.params_after_step[t]!), FLOAT);
  }
  const { first, second } = await engine.save();
  expectLayersClose(goldenLayout, first, flatten(golden.adam.exp_avg_after3), FLOAT);
  expectLayersClose(goldenLayout, second, flatten(golden.adam.exp_avg_sq_after3), FLOAT);
  engine.dispose();
}
