/** What the engine asks of WebGL: draws, links, readbacks, memory. */
import { expect, test, vi } from 'vitest';
import { FAMILIES } from '../../../src/math/family';
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
      configurable: true,
      value: (...args: unknown[]) => {
        calls[name]++;
        return original.apply(gl, args);
      },
    });
  }
  return calls;
}

/** Draws and nothing else. */
const drawsAlone = (drawArrays: number): Record<Call, number> => ({
  drawArrays,
  drawElements: 0,
  linkProgram: 0,
  readPixels: 0,
  getBufferSubData: 0,
  finish: 0,
});

test.each([
  { hidden: [], draws: 8 },
  { hidden: [7], draws: 12 },
  { hidden: [9, 6], draws: 16 },
  { hidden: [9, 6, 5], draws: 20 },
])('a step with hidden layers $hidden takes $draws draws and no readback', async ({ hidden, draws }) => {
  for (const activation of ['relu', 'gelu'] as const) {
    const { device, train, dispose } = await ready({ hidden, activation });
    train();
    const calls = count(device);
    train();
    expect(calls).toEqual(drawsAlone(draws));
    dispose();
  }
});

test.each(FAMILIES)('as many draws with every family, one more with several samples: %s', async (posterior) => {
  const { device, train, dispose } = await ready({ posterior, latent: 3 });
  for (const [samples, draws] of [
    [1, 12],
    [3, 13],
  ] as const) {
    train({ samples });
    const calls = count(device);
    train({ samples });
    expect(calls).toEqual(drawsAlone(draws));
  }
  dispose();
});

test('two more with a learned σ̃, and under 24 with all that a model may have', async () => {
  const { device, train, dispose } = await ready({ hidden: [9, 6, 5], posterior: 'full' });
  for (const [samples, draws] of [
    [1, 22],
    [16, 23],
  ] as const) {
    train({ samples, likelihood: 'gaussian-learned' });
    const calls = count(device);
    train({ samples, likelihood: 'gaussian-learned' });
    expect(calls).toEqual(drawsAlone(draws));
  }
  dispose();
});

test.each([
  { hidden: [64], draws: 17, narrow: 12 },
  { hidden: [96, 96, 96], draws: 21, narrow: 20 },
])('large layers take more draws where the CPU draws, under 24 in all: 256-$hidden', async (layers) => {
  const { hidden, draws, narrow } = layers;
  const { device, train, dispose } = await ready({ inputs: 256, hidden });
  train();
  const calls = count(device);
  train();
  // A driver that cannot draw to eight textures at a time has them drawn as others are.
  const isWide = (device.gl.getParameter(device.gl.MAX_DRAW_BUFFERS) as number) >= 8;
  expect(calls).toEqual(drawsAlone(isWide ? draws : narrow));
  dispose();
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
  train({ likelihood: 'gaussian', samples: 2 });
  const linked = calls.linkProgram;
  train({ likelihood: 'gaussian', samples: 16 });
  expect(calls.linkProgram, 'programs of several samples do for any number').toBe(linked);
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

test.each(['bernoulli', 'gaussian-learned'] as const)('a frame costs one readback: %s', async (likelihood) => {
  const { device, engine, train, dispose } = await ready();
  train({ likelihood });
  const calls = count(device);
  const { losses } = await engine.observe({
    stride: 1,
    points: new Float32Array(18),
    probes: Uint32Array.of(1, 2),
    likelihood,
  });
  expect(losses).not.toBeNull();
  expect(calls.getBufferSubData).toBe(1);
  dispose();
});

test('tensors and memory stay constant over 1,000 steps', () => expectConstantMemory(1000));

test('memory falls back with the sizes of batches, and no step makes or deletes a texture', async () => {
  const { device, engine, problem, dispose } = await ready({ inputs: 256, hidden: [64] });
  const { gl, backend } = device;
  const bytes = (): number => backend.getTextureManager().numBytesAllocated;
  const batch = (rows: number, samples: number) =>
    [problem.batch(rows), problem.noise(rows * samples), { ...plainHyper, samples }] as const;
  /** Bytes after steps enough for all their textures to be there, and after those in which the data are evaluated. */
  const train = async (rows: number, samples: number): Promise<number> => {
    for (let t = 0; t < 3; t++) {
      engine.train(...batch(rows, samples));
      for (const images of [32, 19]) await engine.evaluate(...batch(images, 1));
    }
    return bytes();
  };
  const fresh = await train(8, 1);
  const largest = await train(256, 4);
  for (let rows = 8; rows <= 256; rows += 8) await train(rows, 4);
  expect(bytes()).toBeLessThan(1.1 * largest);
  expect(await train(8, 1)).toBeLessThan(1.1 * fresh);

  const made = vi.spyOn(gl, 'createTexture');
  const deleted = vi.spyOn(gl, 'deleteTexture');
  await train(8, 1);
  expect(made).not.toHaveBeenCalled();
  expect(deleted).not.toHaveBeenCalled();
  // What is drawn into goes as well: it would hold the textures.
  const framebuffers = vi.spyOn(gl, 'deleteFramebuffer');
  engine.train(...batch(16, 1));
  expect(deleted.mock.calls.length).toBeGreaterThan(0);
  expect(framebuffers.mock.calls.length).toBeGreaterThan(0);
  dispose();
});
