import type { Hyper } from '../../../src/model/engine';
import type { Activation, Architecture } from '../../../src/model/layout';
import { createDevice } from '../../../src/model/webgl/device';
import { createWebglEngine } from '../../../src/model/webgl/engine';
import { plainHyper, randomBatch, randomImages, randomParameters } from './support';

/** An engine with data and parameters on a device of its own. */
export async function ready(hidden: number[] = [7], activation: Activation = 'relu') {
  const architecture: Architecture = { inputs: 16, hidden, latent: 2, activation };
  const device = createDevice();
  const engine = await createWebglEngine(architecture, { device });
  engine.setData(randomImages(30, 16), 30);
  engine.load(randomParameters(architecture));
  const { indices, noise } = randomBatch(8, 30, 2);
  const train = (hyper: Partial<Hyper> = {}): void => engine.train(indices, noise, { ...plainHyper, ...hyper });
  const dispose = (): void => {
    engine.dispose();
    device.dispose();
  };
  return { device, engine, train, dispose };
}
