import { expect } from 'vitest';
import type { Hyper } from '../../../src/model/engine';
import type { Architecture } from '../../../src/model/layout';
import { ready } from './ready';

/** Trains and looks, and finds as many tensors and as much memory as after the first hundred steps. */
export async function expectConstantMemory(
  steps: number,
  architecture: Partial<Architecture> = {},
  hyper: Partial<Hyper> = {},
): Promise<void> {
  const { device, engine, train, dispose } = await ready(architecture);
  const frame = async () => {
    await engine.observe({
      stride: 1,
      points: new Float32Array(18),
      probes: Uint32Array.of(1, 2),
      likelihood: hyper.likelihood ?? 'bernoulli',
    });
    return { tensors: device.backend.numDataIds(), ...device.backend.memory() };
  };
  for (let t = 0; t < 100; t++) train(hyper);
  const before = await frame();
  for (let t = 100; t < steps; t++) {
    train(hyper);
    // Lets the browser breathe, as the trainer's slices do.
    if (t % 100 === 0) await (t % 200 === 0 ? frame() : engine.losses());
  }
  expect(await frame()).toEqual(before);
  engine.dispose();
  expect(device.backend.numDataIds()).toBe(0);
  dispose();
}
