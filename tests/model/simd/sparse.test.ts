import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLayout } from '../../../src/model/layout';
import { readKernel } from '../../support/kernel';
import { plainHyper } from '../../support/models';
import { expectSparse, kernelOf, SPARSE_TRIALS, sparseProblem } from '../../support/sparse';

const module = await WebAssembly.compile(await readKernel());

describe('passing over black pixels', () => {
  it.each(SPARSE_TRIALS)('changes no bit: %o', (trial) => expectSparse(module, trial));

  it('changes no bit, whatever the sizes and the share of black', () => {
    const width = fc.integer({ min: 1, max: 70 });
    const trials = fc.record({
      architecture: fc.record({
        inputs: width,
        hidden: fc.array(width, { maxLength: 2 }),
        latent: fc.integer({ min: 1, max: 5 }),
        activation: fc.constantFrom('relu', 'tanh', 'gelu'),
      }),
      size: width,
      density: fc.double({ min: 0, max: 1, noNaN: true }),
      asBytes: fc.boolean(),
      drawn: fc.boolean(),
    });
    fc.assert(
      fc.property(trials, (trial) => expectSparse(module, trial)),
      { seed: 12, numRuns: 40 },
    );
  });

  const trial = { ...SPARSE_TRIALS[0]!, density: 0 };
  const problem = sparseProblem(trial);
  const [batch, noise] = [problem.batch(trial.size), problem.noise(trial.size)];

  it.each([Number.NaN, Number.POSITIVE_INFINITY])('tells of a weight that is %d where the pixel is black', (weight) => {
    const { layers } = createLayout(trial.architecture);
    for (const unit of [0, 37, 63]) {
      const values = problem.parameters.values.slice();
      // Of pixel 50.
      values[layers[0]!.offset + 50 * 64 + unit] = weight;
      const kernel = kernelOf(module, problem, 'black', trial);
      kernel.load({ ...problem.parameters, values });
      expect(kernel.evaluate(batch, noise, plainHyper).total).toBeNaN();
      kernel.train(batch, noise, plainHyper);
      expect(kernel.listed).toBe(true);
      expect(kernel.takeLosses()!.total).toBeNaN();
      const head = new Float32Array(4);
      kernel.encodeSlice(Uint32Array.of(3), 1, head, 0);
      expect([...head]).toEqual([Number.NaN, Number.NaN, Number.NaN, Number.NaN]);
    }
  });

  it('tells of a gradient that is no number where all pixels are black', () => {
    const kernel = kernelOf(module, problem, 'black', trial);
    kernel.train(batch, noise.slice().fill(Number.NaN), plainHyper);
    kernel.takeLosses();
    kernel.train(batch, noise, plainHyper);
    expect(kernel.listed).toBe(true);
    expect(kernel.takeLosses()!.total).toBeNaN();
  });
});
