/** A linear model with squared error finds the plane of the principal components (Baldi & Hornik 1989). */
import { expect, it } from 'vitest';
import { loadSource } from '../../../src/data/sources';
import { principalComponents } from '../../../src/math/pca';
import { largestPrincipalAngle } from '../../../src/math/subspace';
import type { Hyper } from '../../../src/model/engine';
import { initialParameters } from '../../../src/model/initial';
import { type Architecture, createLayout } from '../../../src/model/layout';
import { createSimdEngine } from '../../../src/model/simd/engine';
import { Trainer } from '../../../src/model/trainer';
import { expectClose } from '../../support/close';
import { readKernel } from '../../support/kernel';
import { plainHyper } from '../../support/models';
import { publicFiles } from '../../support/publicFiles';
import { runToEnd } from '../../support/run';

const kernel = await WebAssembly.compile(await readKernel());
const digits = await loadSource({ kind: 'set', set: 'uci-digits' }, publicFiles);
const D = digits.width * digits.height;
const architecture: Architecture = { inputs: D, hidden: [], latent: 2, activation: 'relu' };
const pca = runToEnd(principalComponents({ images: digits.images, pixels: D }, 2)).value;

/** Learning rates and for how many steps: quickly there, then at rest in spite of the noise of the batches. */
const SCHEDULE: readonly (readonly [rate: number, steps: number])[] = [
  [1e-2, 1500],
  [1e-3, 1500],
  [1e-4, 1000],
];

it.each<[string, Partial<Hyper>]>([
  ['an autoencoder', { beta: 0, noiseScale: 0 }],
  ['an autoencoder with a small pull on its codes', { beta: 0.01, noiseScale: 0 }],
  ['a variational autoencoder with a small β', { beta: 0.01, noiseScale: 1 }],
])('%s without hidden layers reaches the error and the plane of PCA on the shipped digits', async (_, change) => {
  const hyper: Hyper = { ...plainHyper, likelihood: 'squared', ...change };
  const engine = await createSimdEngine(architecture, kernel);
  engine.setData(digits.images, digits.n);
  engine.load(initialParameters(architecture, 'small-ellipses', 1));
  const trainer = new Trainer(engine, digits, 2, 1, { hyper, batchSize: 256 });
  for (const [learningRate, steps] of SCHEDULE) {
    trainer.hyper = { ...hyper, learningRate };
    for (let i = 0; i < steps; i++) trainer.train();
  }
  trainer.hyper = { ...hyper, noiseScale: 0 };
  const { reconstruction } = await trainer.evaluate('training');
  expectClose(reconstruction, pca.error, { rel: 0.005 }, 'error');
  // Two rows of D weights: what one unit of each axis of the code adds to the image.
  const { offset } = createLayout(architecture).output;
  const plane = (await engine.save()).values.slice(offset, offset + 2 * D);
  const degrees = (largestPrincipalAngle(plane, pca.components, 2) * 180) / Math.PI;
  expect(degrees).toBeLessThan(2);
  engine.dispose();
});
