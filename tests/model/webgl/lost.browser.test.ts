import { expect, test, vi } from 'vitest';
import type { Architecture } from '../../../src/model/layout';
import { ContextLostError } from '../../../src/model/webgl/contextLost';
import { createWebglEngine } from '../../../src/model/webgl/engine';
import { isSoftwareRenderer, rendererName } from '../../../src/platform/webgl';
import { createProblem, plainHyper } from '../../support/models';

const architecture: Architecture = { inputs: 16, hidden: [7], latent: 2, activation: 'relu' };
const problem = createProblem(architecture, 30);
const [batch, noise] = [problem.batch(8), problem.noise(8)];

async function ready(onLost: () => void) {
  const engine = await createWebglEngine(architecture, { onLost });
  engine.setData(problem.images, problem.n);
  engine.load(problem.parameters);
  engine.train(batch, noise, plainHyper);
  return engine;
}

test('a lost context is reported, and nothing waits for it', async () => {
  let reports = 0;
  const engine = await ready(() => reports++);
  const snapshot = await engine.save();
  const pending = engine.observe({
    stride: 1,
    points: new Float32Array(2),
    probes: Uint32Array.of(0),
    likelihood: 'bernoulli',
  });
  engine.device.gl.getExtension('WEBGL_lose_context')!.loseContext();
  await expect(pending).rejects.toBeInstanceOf(ContextLostError);
  expect(() => engine.train(batch, noise, plainHyper)).toThrow(ContextLostError);
  await expect(engine.losses()).rejects.toBeInstanceOf(ContextLostError);
  await expect(engine.save()).rejects.toBeInstanceOf(ContextLostError);
  await expect.poll(() => reports).toBe(1);
  engine.dispose();

  const next = await ready(() => reports++);
  next.load(snapshot);
  expect(await next.save()).toEqual(snapshot);
  next.dispose();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(reports).toBe(1);
});

test('an engine that cannot hold its model gives its context back', async () => {
  const getContext = vi.spyOn(OffscreenCanvas.prototype, 'getContext');
  await expect(createWebglEngine(architecture, { maxTextureSize: 1 })).rejects.toThrow(RangeError);
  const opened = getContext.mock.results.map(({ value }) => value as WebGL2RenderingContext);
  getContext.mockRestore();
  expect(opened.length).toBeGreaterThan(0);
  for (const gl of opened) expect(gl.isContextLost()).toBe(true);
});

test('knows a software renderer by its name', () => {
  const name = rendererName();
  expect(name).toContain('SwiftShader');
  expect(isSoftwareRenderer(name!)).toBe(true);
});

test('trains in a worker', async () => {
  const worker = new Worker(new URL('./train.worker.ts', import.meta.url), { type: 'module' });
  const loss = await new Promise<unknown>((resolve, reject) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = ({ message }) => reject(new Error(message));
  });
  worker.terminate();
  expect(loss).toEqual({ renderer: expect.stringContaining('SwiftShader'), total: expect.any(Number) });
});
