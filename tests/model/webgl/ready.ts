import type { Hyper } from '../../../src/model/engine';
import type { Activation, Architecture } from '../../../src/model/layout';
import { createDevice } from '../../../src/model/webgl/device';
import { createWebglEngine } from '../../../src/model/webgl/engine';
import { createProblem, plainHyper } from '../../support/models';

/** An engine with data and parameters on a device of its own. */
export async function ready(hidden: number[] = [7], activation: Activation = 'relu') {
  const architecture: Architecture = { inputs: 16, hidden, latent: 2, activation };
  const device = createDevice();
  const engine = await createWebglEngine(architecture, { device });
  const problem = createProblem(architecture, 30);
  engine.setData(problem.images, problem.n);
  engine.load(problem.parameters);
  const [batch, noise] = [problem.batch(8), problem.noise(8)];
  const train = (hyper: Partial<Hyper> = {}): void => engine.train(batch, noise, { ...plainHyper, ...hyper });
  const dispose = (): void => {
    engine.dispose();
    device.dispose();
  };
  return { device, engine, problem, train, dispose };
}
