/** What the engine asks of WebGL: draws, links, readbacks, memory. */
import { expect, test } from 'vitest';
import type { Architecture } from '../../../src/model/layout';
import type { Device } from '../../../src/model/webgl/device';
import { createWebglEngine } from '../../../src/model/webgl/engine';
import { createProblem, plainHyper } from '../../support/models';
import { expectConstantMemory } from './memory';
import { ready } from './ready';

type Call = 'drawArrays' | 'drawElements' | 'linkProgram' | 'readPixels' | 'getBufferSubData' | 'finish';

/** Counts the calls of a device's context from here on. */
function count({ gl }: Device): Record<Call, number> {
  const calls = { drawArrays: 0, drawElements: 0, linkProgram: 0, readPixels: 0, getBufferSubData: 0, finish: 0 };
  for (const name of Object.keys(calls) as Call[]) {
    const original = gl[name] as (...args: unknown[]) => unknown;
    Object.defineProperty(gl, name, {
      value: (...args: unknown[]) => {
        calls[name]++;
        return original.apply(gl, args);
      },
    });
  }
  return calls;
}

test.each([
  { hidden: [], draws: 8 },
  { hidden: [7], draws: 12 },
  { hidden: [9, 6], draws: 16 },
  { hidden: [9, 6, 5], draws: 20 },
])('a step with hidden layers $hidden takes $draws draws and no readback', async ({ hidden, draws }) => {
  for (const activation of ['relu', 'gelu'] as const) {
    const { device, train, dispose } = await ready(hidden, activation);
    train();
    const calls = count(device);
    train();
    expect(calls).toEqual({
      drawArrays: draws,
      drawElements: 0,
      linkProgram: 0,
      readPixels: 0,
      getBufferSubData: 0,
      finish: 0,
    });
    dispose();
  }
});

test('changes of the hyperparameters and of the batch link nothing', async () => {
  const { device, engine, problem, train, dispose } = await ready();
  train({ likelihood: 'gaussian' });
  const calls = count(device);
  for (const change of [{ beta: 4 }, { noiseScale: 0.3 }, { learningRate: 0.1 }, { sigmaX: 0.2 }]) {
    train({ likelihood: 'gaussian', ...change });
  }
  for (const rows of [1, 9, 64]) {
    engine.train(problem.batch(rows), problem.noise(rows), { ...plainHyper, likelihood: 'gaussian' });
  }
  expect(calls.linkProgram).toBe(0);
  dispose();
});

test('a second engine on the device links only what its layout needs', async () => {
  const { device, train, dispose } = await ready();
  train();
  const calls = count(device);
  const architecture: Architecture = { inputs: 11, hidden: [5], latent: 3, activation: 'relu' };
  const other = await createWebglEngine(architecture, { device });
  const problem = createProblem(architecture, 30);
  other.setData(problem.images, problem.n);
  other.load(problem.parameters);
  other.train(problem.batch(8), problem.noise(8), plainHyper);
  expect(calls.linkProgram).toBe(2);
  other.dispose();
  dispose();
});

test('a frame costs one readback, losses included', async () => {
  const { device, engine, train, dispose } = await ready();
  train();
  const calls = count(device);
  const { losses } = await engine.observe({
    stride: 1,
    points: new Float32Array(18),
    probes: Uint32Array.of(1, 2),
    likelihood: 'bernoulli',
  });
  expect(losses).not.toBeNull();
  expect(calls.getBufferSubData).toBe(1);
  dispose();
});

test('tensors and memory stay constant over 1,000 steps', { timeout: 30_000 }, () => expectConstantMemory(1000));
