import { drawOnce, threshold } from '../math/binarise';
import type { Dataset } from './dataset';

/**
 * How pixels become ink and paper alone: not at all; by whether their intensity is above ½; or drawn with it as the
 * probability, for every training step anew (math/binarise.ts).
 */
export type Binary = 'off' | 'threshold' | 'resampled';

/** The data set with such pixels. By a threshold the images that were given are used up. */
export function binarised(dataset: Dataset, binary: Binary): Dataset {
  if (binary === 'threshold') threshold(dataset.images);
  return binary === 'resampled'
    ? { ...dataset, images: drawOnce(dataset.images), intensities: dataset.images }
    : dataset;
}
