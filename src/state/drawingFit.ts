/** How a drawing goes with the images of a data set, and what a model of them sees of it. */
import { threshold } from '../math/binarise';
import { createRandom } from '../math/random';
import { inverted } from '../math/raster/brush';
import { cutOut } from '../math/raster/cut';
import { noisy } from '../math/raster/noise';
import { measuredOf, measurePlacement, type Placement, placed } from '../math/raster/placement';
import type { Raster } from '../math/raster/raster';
import type { Dataset } from '../worker/libraryProtocol';
import type { DrawingState, Noise } from './drawingState';

/** Pixels of the longer side of a drawing, at least. */
const FINE = 192;

/** Drawings that a data set's model can see. */
export interface DrawingFit {
  readonly dataset: Dataset;
  /** How its images lie; null where they have no paper around them. */
  readonly placement: Placement | null;
  /** Whether they are of ink and paper alone, without grey, as far as 400 of them show. */
  readonly isBinary: boolean;
  /** Pixels of a drawing for one of the data's, along a side. */
  readonly factor: number;
  /** Pixels of a drawing. */
  readonly width: number;
  readonly height: number;
}

/** How drawings go with the images of a data set. */
export function fitTo(dataset: Dataset): DrawingFit {
  const { images, width, height } = dataset;
  const factor = Math.ceil(FINE / Math.max(width, height));
  const placement = measurePlacement(images, width, height);
  const isBinary = measuredOf(images, width, height).every(({ pixels }) => pixels.every((x) => x === 0 || x === 1));
  return { dataset, placement, isBinary, factor, width: factor * width, height: factor * height };
}

/**
 * The image that the model sees of a drawing.
 * @param isPlaced whether it is brought to where images of the data lie, if those have paper around them
 * @returns intensities of an image of the data's size
 */
export function seenOf(
  raster: Raster,
  { dataset, placement, isBinary, factor }: DrawingFit,
  isPlaced: boolean,
  { kind, amount, seed }: Noise,
): Float32Array {
  const { width, height } = dataset;
  const { pixels } =
    placement !== null && isPlaced
      ? placed(raster, placement, width, height)
      : cutOut(raster, { x: 0, y: 0, scale: factor }, width, height, 0);
  // Edges that lie across pixels are grey, as those of the data were.
  if (isBinary) threshold(pixels);
  return noisy(pixels, kind, amount, createRandom(seed));
}

/** A drawing that was made for other data: in the middle, as large as it can be, its ink on the paper of these. */
export function refitted(
  { raster, paper: before }: Pick<DrawingState, 'raster' | 'paper'>,
  { placement, width, height }: DrawingFit,
): Pick<DrawingState, 'raster' | 'paper'> {
  const paper = placement?.paper ?? before;
  const scale = Math.max(raster.width / width, raster.height / height);
  const cut = { x: (raster.width - scale * width) / 2, y: (raster.height - scale * height) / 2, scale };
  const fitted = cutOut(raster, cut, width, height, before);
  return { raster: paper === before ? fitted : inverted(fitted), paper };
}
