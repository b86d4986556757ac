import { blendAt, meanImage } from '../../../src/math/blend';
import { createRandom } from '../../../src/math/random';
import type { Settings } from '../../../src/state/settings';
import { once } from '../../support/once';
import type { Claims } from '../claims';
import { modelOf } from '../modelOf';

interface Errors {
  /** Mean over all images of ‖x − D(z)‖², each from a code of its own ellipse. */
  readonly error: number;
  /** The same of the mean of the images that share the place, instead of D(z). */
  readonly overlap: number;
}

const squared = (a: Float32Array, b: Float32Array): number =>
  a.reduce((sum, value, k) => sum + (value - b[k]!) ** 2, 0);

/** The figure with these settings, after the steps that the text says. */
async function errors(changes: Partial<Settings> = {}): Promise<Errors> {
  const model = await modelOf('generate', undefined, changes);
  await model.train(2000);
  const { mu, sigma, noiseScale, plane } = await model.look({});
  const random = createRandom(1, 900);
  const codes = mu.map((value, k) => value + noiseScale * sigma[k]! * random.normal());
  const { pictures } = await model.look({ codes: { kind: 'codes', latent: 2, codes } });
  const { n, images, width, height } = model.dataset;
  const pixels = width * height;
  const row = (of: Float32Array, i: number): Float32Array => of.subarray(i * pixels, (i + 1) * pixels);
  let [error, overlap] = [0, 0];
  for (let i = 0; i < n; i++) {
    error += squared(row(images, i), row(pictures.codes!, i)) / n;
    const blend = blendAt(plane, noiseScale, [codes[2 * i]!, codes[2 * i + 1]!]);
    if (blend !== null) overlap += squared(row(images, i), meanImage(blend.shares, images, pixels)) / n;
  }
  model.dispose();
  return { error, overlap };
}

const withEllipses = once(() => errors());

export const claims: Claims = {
  ellipses: async () => (await withEllipses()).error,
  overlap: async () => (await withEllipses()).overlap,
  points: async () => (await errors({ beta: 0, noiseScale: 0 })).error,
  deeper: async () => (await errors({ beta: 0, noiseScale: 0, hidden: [128, 64] })).error,
};
