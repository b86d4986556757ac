import { expect, test } from 'vitest';
import type { Architecture } from '../../../src/model/layout';
import { createWebglEngine } from '../../../src/model/webgl/engine';
import { plainHyper, randomBatch, randomImages, randomParameters } from './support';

test('an engine is busy while it has steps to do, and says when it has done them', async () => {
  const architecture: Architecture = { inputs: 16, hidden: [7], latent: 2, activation: 'relu' };
  const engine = await createWebglEngine(architecture);
  engine.setData(randomImages(30, 16), 30);
  engine.load(randomParameters(architecture));
  const { indices, noise } = randomBatch(8, 30, 2);
  expect(engine.busy).toBe(false);
  // Fences do not pass within a task.
  for (let t = 0; t < 100; t++) engine.train(indices, noise, plainHyper);
  expect(engine.busy).toBe(true);
  await expect.poll(() => engine.busy).toBe(false);
  engine.dispose();
});
