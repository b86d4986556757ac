/** What every engine's inference has to do, beside what its own tests ask. */
import { expect } from 'vitest';
import type { Engine, Inference } from '../../src/model/engine';
import { expectNear } from './close';
import { type Problem, plainHyper } from './models';

/** Raw outputs are what both links make the means of. */
export async function expectOutputs(engine: Inference, problem: Problem): Promise<void> {
  const z = problem.noise(301).map((value) => 3 * value);
  const outputs = await engine.outputs(z, 'bernoulli');
  const sigmoid = (a: number): number => 1 / (1 + Math.exp(-a));
  const clamp = (a: number): number => Math.min(1, Math.max(0, a));
  expectNear(await engine.decode(z, 'bernoulli'), [...outputs].map(sigmoid), 1e-6);
  expectNear(await engine.decode(z, 'squared'), [...outputs].map(clamp), 1e-6);
  expect(outputs.some((a) => a < 0)).toBe(true);
  expect(outputs.some((a) => a > 1)).toBe(true);
}

/** Parameters that are kept compute the same while the engine trains on, which does as it would without them. */
export async function expectStill(engine: Engine, alone: Engine, problem: Problem, hyper = plainHyper): Promise<void> {
  const [batch, noise, z] = [problem.batch(9), problem.noise(9), problem.noise(5)];
  const seen = async (by: Inference) => ({
    all: await by.encode('data'),
    some: await by.encode(problem.images.subarray(0, 3 * problem.parameters.architecture.inputs)),
    means: await by.decode(z, 'bernoulli'),
    outputs: await by.outputs(z, 'bernoulli'),
    terms: await by.evaluate(batch, noise, hyper),
  });
  const before = await seen(engine);
  const [still, twin] = [engine.still(), engine.still()];
  expect(await seen(still)).toEqual(before);
  const sigmaX = await still.sigmaX();
  for (let t = 0; t < 5; t++) {
    for (const each of [engine, alone]) each.train(batch, noise, hyper);
    expect(await seen(still)).toEqual(before);
  }
  expect(await seen(engine)).not.toEqual(before);
  expect(await still.sigmaX()).toBe(sigmaX);
  expect(await engine.save()).toEqual(await alone.save());
  still.dispose();
  expect(await seen(twin)).toEqual(before);
  twin.dispose();
  for (const each of [engine, alone]) each.train(batch, noise, hyper);
  expect(await engine.save()).toEqual(await alone.save());
}
