/** A kernel that passes over black pixels against one that multiplies by them, on the same batches. */
import { expect } from 'vitest';
import { drawKey } from '../../src/math/binarise';
import { createRandom } from '../../src/math/random';
import type { Architecture } from '../../src/model/layout';
import { Kernel } from '../../src/model/simd/kernel';
import { createProblem, type Problem, plainHyper } from './models';

/** Images that batches are taken of. */
const IMAGES = 70;

/** So many more behind them decide what the data are taken for. */
const OTHERS = 9 * IMAGES;

export interface SparseTrial {
  readonly architecture: Architecture;
  /** Images of a batch. */
  readonly size: number;
  /** Share of the pixels that are not black. */
  readonly density: number;
  readonly asBytes: boolean;
  /** Whether steps draw their images. */
  readonly drawn: boolean;
}

const model = (inputs: number, ...hidden: number[]): Architecture => ({
  inputs,
  hidden,
  latent: 2,
  activation: 'relu',
});

/** All, some and no pixels black; widths of whole and of broken blocks. */
export const SPARSE_TRIALS: readonly SparseTrial[] = [
  { architecture: model(64, 64), size: 64, density: 0.2, asBytes: false, drawn: false },
  { architecture: model(130, 72), size: 37, density: 0.2, asBytes: true, drawn: false },
  { architecture: model(65, 33, 9), size: 1, density: 0, asBytes: false, drawn: false },
  { architecture: model(19), size: 70, density: 1, asBytes: true, drawn: true },
  { architecture: model(7, 5), size: 9, density: 1, asBytes: false, drawn: false },
];

/** The same images first, the others all black or all white. */
export function kernelOf(module: WebAssembly.Module, problem: Problem, others: 'black' | 'white', trial: SparseTrial) {
  const { inputs } = trial.architecture;
  const images = new Float32Array((problem.n + OTHERS) * inputs).fill(others === 'white' ? 1 : 0);
  images.set(problem.images);
  const kernel = new Kernel(module, trial.architecture);
  kernel.setData(images, problem.n + OTHERS, trial.asBytes, trial.drawn ? images.slice() : images);
  kernel.load(problem.parameters);
  return kernel;
}

/** A problem with as many black pixels as the trial asks for. */
export function sparseProblem({ architecture, density }: SparseTrial): Problem {
  const problem = createProblem(architecture, IMAGES);
  const random = createRandom(7);
  const lit = (value: number): number => (random.uniform() < density ? Math.max(value, Math.fround(1 / 255)) : 0);
  return { ...problem, images: problem.images.map(lit) };
}

/** Holds that steps, losses, parameters and codes are the same to the bit, whichever way the kernel multiplies. */
export function expectSparse(module: WebAssembly.Module, trial: SparseTrial): void {
  const problem = sparseProblem(trial);
  const steps = [0, 1, 2].map((step) => ({
    batch: problem.batch(trial.size),
    noise: problem.noise(trial.size),
    hyper: trial.drawn ? { ...plainHyper, draw: drawKey(3, step) } : plainHyper,
  }));
  const everyone = Uint32Array.from({ length: IMAGES }, (_, i) => i);
  const [sparse, dense] = (['black', 'white'] as const).map((others) => {
    const kernel = kernelOf(module, problem, others, trial);
    const losses = steps.map(({ batch, noise, hyper }) => {
      kernel.train(batch, noise, hyper);
      expect(kernel.listed).toBe(others === 'black');
      return [kernel.takeLosses(), kernel.evaluate(batch, noise, plainHyper)];
    });
    const heads = new Float32Array(IMAGES * kernel.layout.head.outputs);
    kernel.encodeSlice(everyone, IMAGES, heads, 0);
    expect(kernel.listed).toBe(others === 'black');
    return { losses, heads, parameters: (['values', 'first', 'second'] as const).map((which) => kernel.read(which)) };
  });
  expect(sparse).toEqual(dense);
}
