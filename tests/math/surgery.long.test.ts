import { expect, it } from 'vitest';
import { generateStrokes } from '../../src/data/sets/strokes';
import { onPlane, type Posteriors, posteriorsOf } from '../../src/math/posterior';
import { surgery } from '../../src/math/surgery';
import { initialParameters } from '../../src/model/initial';
import { createSimdEngine } from '../../src/model/simd/engine';
import { Trainer } from '../../src/model/trainer';
import { expectClose } from '../support/close';
import { readKernel } from '../support/kernel';
import { plainHyper } from '../support/models';
import { run } from '../support/run';
import { byUniformGrid } from './uniformGrid';

/** Posteriors of 200 images by a model 256-64-2 after 3,000 steps. */
async function trained(beta: number): Promise<Posteriors> {
  const dataset = generateStrokes({ seed: 5, count: 200, size: 16 });
  const architecture = { inputs: 256, hidden: [64], latent: 2, activation: 'relu' } as const;
  const engine = await createSimdEngine(architecture, await readKernel());
  engine.setData(dataset.images, dataset.n);
  engine.load(initialParameters(architecture, 'glorot', 4));
  const trainer = new Trainer(engine, dataset, 2, 4, { hyper: { ...plainHyper, beta }, batchSize: 64 });
  for (let step = 0; step < 3000; step++) trainer.train();
  const codes = posteriorsOf('diagonal', 2, await engine.encode('data'));
  engine.dispose();
  return codes;
}

// The narrowest σ is .09, .01 and .003.
it.each([1, 0.1, 0.01])(
  'finds the parts of a trained model’s KL that a grid of half its narrowest σ has: β %f',
  async (beta) => {
    const codes = await trained(beta);
    const { mutualInformation, aggregateKl } = run(surgery(codes, [0, 1]));
    const fine = byUniformGrid(onPlane(codes, [0, 1]), 2);
    expectClose(mutualInformation, fine.mutualInformation, { abs: 1e-5 }, 'I');
    expectClose(aggregateKl, fine.aggregateKl, { abs: 1e-5 }, 'KL of all together');
    expect(mutualInformation).toBeLessThan(Math.log(200) - 0.01);
  },
);
