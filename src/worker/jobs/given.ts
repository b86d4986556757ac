import type { PlaneAxes } from '../../math/planar';
import { createLayout } from '../../model/layout';
import type { GivenImages } from '../frameProtocol';
import type { Moment } from './moment';
import { expectedReconstruction } from './reconstruction';
import { type Work, wait } from './work';

/**
 * What R of one image may take in a frame: codes times parameters, and codes times pixels, each of which has a logarithm.
 * About 1 ms of the slower engine each: room for all nodes of the quadrature around a small image, and for some tens of
 * draws around a large one.
 */
const PRODUCTS = 1e7;
const LOGARITHMS = 3e4;

/** Draws at least. */
const LEAST = 16;

/** What a model says of images, and the means of decode(μ), one image a row. */
export interface GivenAnswer extends GivenImages {
  readonly means: Float32Array;
}

/**
 * What a model says of images that it was given, at one moment.
 * @param images m × D
 * @param axes of the plane
 */
export function* givenImages(moment: Moment, images: Float32Array, axes: PlaneAxes): Work<GivenAnswer> {
  const { architecture } = moment;
  const { inputs } = architecture;
  const posteriors = yield* moment.posteriorsOf(images);
  const means = yield* wait(moment.decode(posteriors.mu));
  const room = Math.min(PRODUCTS / createLayout(architecture).size, LOGARITHMS / inputs);
  const most = Math.max(LEAST, Math.floor(room));
  const reconstruction = new Float64Array(images.length / inputs);
  for (const row of reconstruction.keys()) {
    const image = images.subarray(row * inputs, (row + 1) * inputs);
    reconstruction[row] = yield* expectedReconstruction(moment, image, posteriors, axes, row, most);
  }
  return { posteriors, reconstruction, means };
}
