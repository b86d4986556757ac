import { createRandom } from '../../../src/math/random';
import { noisy } from '../../../src/math/raster/noise';
import type { Settings } from '../../../src/state/settings';
import { once } from '../../support/once';
import type { Claims } from '../claims';
import { type FigureModel, modelOf } from '../modelOf';

/** What is done to all images, n × (height·width). */
type Change = (images: Float32Array, shape: { readonly width: number; readonly height: number }) => Float32Array;

const withoutLowerHalf: Change = (images, { width, height }) =>
  images.map((value, at) => (Math.floor(at / width) % height < height / 2 ? value : 0));
const blank: Change = (images) => new Float32Array(images.length);
const withNoise: Change = (images) => noisy(images, 'gaussian', 0.4, createRandom(1, 901));

/** Of the ellipses of images: exp(½ ln σ₁² + ½ ln σ₂²), π left out. */
async function meanArea(model: FigureModel, images: Float32Array): Promise<number> {
  const { logVar } = await model.encode(images);
  let sum = 0;
  for (let i = 0; i < logVar.length; i += 2) sum += Math.exp((logVar[i]! + logVar[i + 1]!) / 2);
  return sum / (logVar.length / 2);
}

async function trained(changes: Partial<Settings> = {}): Promise<FigureModel> {
  const model = await modelOf('draw', undefined, changes);
  await model.train(3000);
  return model;
}

/** How many times as large ellipses are, on average, when the images are changed. */
async function growth(coming: Promise<FigureModel>, change: Change): Promise<number> {
  const model = await coming;
  const { dataset } = model;
  return (await meanArea(model, change(dataset.images, dataset))) / (await meanArea(model, dataset.images));
}

const ofStrokes = once(() => trained());

export const claims: Claims = {
  lower: () => growth(ofStrokes(), withoutLowerHalf),
  blank: () => growth(ofStrokes(), blank),
  noise: () => growth(ofStrokes(), withNoise),
  digits: () => growth(trained({ data: 'uci-digits' }), withoutLowerHalf),
};
