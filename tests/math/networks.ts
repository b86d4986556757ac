/** Posteriors that networks make of images, untrained and trained. */
import { generateStrokes } from '../../src/data/sets/strokes';
import type { Family } from '../../src/math/family';
import { codesOfHead, headWidth, type Posteriors, posteriorsOf } from '../../src/math/posterior';
import { initialParameters } from '../../src/model/initial';
import type { Architecture } from '../../src/model/layout';
import { createSimdEngine } from '../../src/model/simd/engine';
import { Trainer } from '../../src/model/trainer';
import { readKernel } from '../support/kernel';
import { createProblem, plainHyper } from '../support/models';
import { referenceEncode } from '../support/reference';

/**
 * Posteriors of n random images by a random network.
 * @param spread times which the network's centres lie apart
 * @param narrowing what is taken from its ln σ²
 */
export function networkCodes(family: Family, n: number, seed: number, spread: number, narrowing: number): Posteriors {
  const architecture: Architecture = { inputs: 16, hidden: [8], latent: 2, activation: 'tanh', posterior: family };
  const { parameters, images } = createProblem(architecture, n, seed);
  const width = headWidth(family, 2);
  const head = new Float32Array(n * width);
  for (let i = 0; i < n; i++) {
    const row = referenceEncode(
      architecture,
      parameters.values,
      Float64Array.from(images.subarray(16 * i, 16 * i + 16)),
    );
    head.set(
      row.map((value, k) => (k < 2 ? spread * value : k < 4 ? value - narrowing : value * Math.exp(-narrowing / 2))),
      i * width,
    );
  }
  return posteriorsOf(family, 2, codesOfHead(family, 2, head));
}

/** Posteriors of 200 images by a model 256-64-2 after 3,000 steps. */
export async function trainedCodes(beta: number): Promise<Posteriors> {
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
