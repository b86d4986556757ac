/** Times the simd engine's training step, and the matrix products of that step alone. Runs in Node and in a browser. */

import { type Architecture, createLayout } from '../../src/model/layout';
import { createSimdEngine } from '../../src/model/simd/engine';
import type { KernelSource } from '../../src/model/simd/module';
import { createProblem, plainHyper } from '../support/models';

/** The models that the project's budgets speak of. */
export const SIMD_SHAPES: readonly { architecture: Architecture; batch: number }[] = [
  { architecture: { inputs: 64, hidden: [64], latent: 2, activation: 'relu' }, batch: 64 },
  { architecture: { inputs: 256, hidden: [64], latent: 2, activation: 'relu' }, batch: 64 },
  { architecture: { inputs: 784, hidden: [256], latent: 2, activation: 'relu' }, batch: 128 },
  { architecture: { inputs: 784, hidden: [512, 256], latent: 2, activation: 'relu' }, batch: 256 },
];

export interface SimdTiming {
  /** Milliseconds of a training step and of its matrix products alone, the best of several runs each. */
  readonly step: number;
  readonly products: number;
  /** Floating-point operations of the matrix products, in 10⁹ a second of each of the two. */
  readonly stepGflops: number;
  readonly productGflops: number;
  /** step / products. */
  readonly ratio: number;
}

/** Multiplications and additions of a step's matrix products: x·W and xᵀ·δ of every layer, δ·Wᵀ of all but the first. */
export function productFlops(architecture: Architecture, batch: number): number {
  return createLayout(architecture).layers.reduce(
    (sum, { inputs, outputs }, i) => sum + 2 * batch * inputs * outputs * (i === 0 ? 2 : 3),
    0,
  );
}

/** Milliseconds of one call, over a run of about `milliseconds`. */
function run(call: () => void, milliseconds: number): number {
  const start = performance.now();
  let calls = 0;
  let elapsed = 0;
  while (elapsed < milliseconds) {
    for (let i = 0; i < 8; i++) call();
    calls += 8;
    elapsed = performance.now() - start;
  }
  return elapsed / calls;
}

/**
 * Times one model on random images. The two kinds of run alternate, so that a busy machine slows both.
 * @param source the kernel; without it, the one the machine would choose is fetched
 * @param options runs of each kind, and milliseconds a run
 */
export async function timeSimd(
  architecture: Architecture,
  batch: number,
  source?: KernelSource,
  options: { runs: number; milliseconds: number } = { runs: 12, milliseconds: 80 },
): Promise<SimdTiming> {
  const problem = createProblem(architecture, 2000);
  const engine = await createSimdEngine(architecture, source);
  engine.setData(problem.images, problem.n);
  engine.load(problem.parameters);
  const batches = Array.from({ length: 16 }, () => ({ batch: problem.batch(batch), noise: problem.noise(batch) }));
  let t = 0;
  const train = (): void => {
    const next = batches[t++ % batches.length]!;
    engine.train(next.batch, next.noise, plainHyper);
  };
  const multiply = (): void => engine.kernel.products(batch);
  let step = Infinity;
  let products = Infinity;
  for (let i = 0; i < options.runs; i++) {
    step = Math.min(step, run(train, options.milliseconds));
    products = Math.min(products, run(multiply, options.milliseconds));
  }
  engine.dispose();
  const work = productFlops(architecture, batch) / 1e6;
  return { step, products, stepGflops: work / step, productGflops: work / products, ratio: step / products };
}

/** One line of a table for a timing. */
export function formatTiming(architecture: Architecture, batch: number, timing: SimdTiming): string {
  const shape = [architecture.inputs, ...architecture.hidden, architecture.latent].join('-');
  const { step, stepGflops, products, productGflops, ratio } = timing;
  return (
    `${shape} batch ${batch}: ${step.toFixed(3)} ms a step (${stepGflops.toFixed(1)} GFLOP/s); ` +
    `products alone ${products.toFixed(3)} ms (${productGflops.toFixed(1)} GFLOP/s); ratio ${ratio.toFixed(2)}`
  );
}
