import { expect, test } from 'vitest';
import { ready } from './ready';

test('an engine is busy while it has steps to do, and says when it has done them', async () => {
  const { engine, train, dispose } = await ready();
  expect(engine.busy).toBe(false);
  // Fences do not pass within a task.
  for (let t = 0; t < 100; t++) train();
  expect(engine.busy).toBe(true);
  await expect.poll(() => engine.busy).toBe(false);
  dispose();
});
