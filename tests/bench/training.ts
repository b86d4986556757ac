/** Training as the page's worker does it, and images to train on. Runs in the browser, and in workers. */
import { createRandom } from '../../src/math/random';
import type { Engine } from '../../src/model/engine';
import { initialParameters } from '../../src/model/initial';
import { Trainer } from '../../src/model/trainer';
import { plainHyper } from '../support/models';
import type { Program } from './alternate';
import type { Shape } from './shapes';

/** n × pixels intensities k/255. */
export function randomImages(n: number, pixels: number): Float32Array {
  const random = createRandom(1);
  const images = new Float32Array(n * pixels);
  for (let i = 0; i < images.length; i++) images[i] = random.below(256) / 255;
  return images;
}

/** Training as the page's worker does it: batches and noise are drawn within the step. */
export function training(engine: Engine, { architecture, batch }: Shape, images: Float32Array): Required<Program> {
  const n = images.length / architecture.inputs;
  engine.setData(images, n);
  engine.load(initialParameters(architecture, 'glorot', 1));
  const trainer = new Trainer(engine, { n }, architecture.latent, 1, { hyper: plainHyper, batchSize: batch });
  return { step: () => trainer.train(), finish: () => engine.losses() };
}
