import type { Hyper } from '../../src/model/engine';
import type { Architecture } from '../../src/model/layout';
import { createSimdEngine } from '../../src/model/simd/engine';
import { expectLayersClose, expectNear } from './close';
import { gradientOf } from './gradient';
import { createProblem, pick } from './models';
import { reference } from './reference';

/** What compares gradient and losses of a simd kernel with the reference, for one batch of `size` of n images. */
export const comparison =
  (kernel: WebAssembly.Module) =>
  async (architecture: Architecture, hyper: Hyper, size: number, n = 70): Promise<void> => {
    const problem = createProblem(architecture, n, 3);
    const engine = await createSimdEngine(architecture, kernel);
    engine.setData(problem.images, n);
    const batch = problem.batch(size);
    const noise = problem.noise(hyper.samples * size);
    const expected = reference(architecture, problem.parameters.values, pick(problem, batch), noise, hyper);
    // Twice: what is left in the workspace must not matter.
    await gradientOf(engine, problem.parameters, problem.batch(n), problem.noise(hyper.samples * n), hyper);
    const gradient = await gradientOf(engine, problem.parameters, batch, noise, hyper);
    expectLayersClose(engine.kernel.layout, gradient, expected.gradient, 1e-5);
    const losses = await engine.evaluate(batch, noise, hyper);
    for (const term of ['reconstruction', 'regulariser', 'total'] as const) {
      expectNear([losses[term]], [expected[term]], 1e-5, term);
    }
  };
