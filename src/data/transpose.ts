import { exchangeRows } from '../math/exchange';
import type { Dataset } from './dataset';

/**
 * The data set with rows and columns of each image exchanged, as EMNIST's files need it. Square images are exchanged
 * in place, so that a large data set is not held twice: the one that was given is used up.
 */
export function transpose(dataset: Dataset): Dataset {
  const { n, width, height, images } = dataset;
  if (width === height) {
    for (let i = 0; i < n; i++) exchange(images, i * width * width, width);
    return dataset;
  }
  return { ...dataset, width: height, height: width, images: exchangeRows(images, width, height) };
}

function exchange(images: Float32Array, start: number, side: number): void {
  for (let y = 1; y < side; y++) {
    for (let x = 0; x < y; x++) {
      const [a, b] = [start + y * side + x, start + x * side + y];
      const kept = images[a]!;
      images[a] = images[b]!;
      images[b] = kept;
    }
  }
}
