import type { Hyper } from '../../../src/model/engine';
import type { Architecture } from '../../../src/model/layout';
import { createDevice } from '../../../src/model/webgl/device';
import { createWebglEngine } from '../../../src/model/webgl/engine';
import { createProblem, plainHyper } from '../../support/models';

/** An engine with data and parameters on a device of its own. */
export async function ready(change: Partial<Architecture> = {}) {
  const architecture: Architecture = { inputs: 16, hidden: [7], latent: 2, activation: 'relu', ...change };
  const device = createDevice();
  const engine = await createWebglEngine(architecture, { device });
  const problem = createProblem(architecture, 30);
  engine.setData(problem.images, problem.n);
  engine.load(problem.parameters);
  const [batch, noise] = [problem.batch(8), problem.noise(8 * 16)];
  const train = (change: Partial<Hyper> = {}): void => {
    const hyper = { ...plainHyper, ...change };
    engine.train(batch, noise.subarray(0, hyper.samples * 8 * architecture.latent), hyper);
  };
  const dispose = (): void => {
    engine.dispose();
    device.dispose();
  };
  return { device, engine, problem, train, dispose };
}
