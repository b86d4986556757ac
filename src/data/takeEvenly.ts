import { rowsAt } from '../math/rows';
import type { Dataset } from './dataset';

/**
 * At most `count` of a data set's images, evenly from its first to its last, with what is known of them.
 * @param count 0 is as many as there are
 */
export function takeEvenly(dataset: Dataset, count: number): Dataset {
  return count === 0 || count >= dataset.n ? dataset : takeThese(dataset, evenly(dataset.n, count));
}

/** Indices of at most `count` of n images, evenly from the first to the last; of all where `count` is 0. */
export function evenly(n: number, count: number): Uint32Array {
  const taken = count === 0 ? n : Math.min(n, count);
  return Uint32Array.from({ length: taken }, (_, i) => Math.floor((i * n) / taken));
}

/** A data set of copies of these images, with what is known of them. */
export function takeThese(dataset: Dataset, chosen: Uint32Array): Dataset {
  const { width, height, images, labels, factors, titles } = dataset;
  return {
    ...dataset,
    n: chosen.length,
    images: rowsAt(images, width * height, chosen),
    labels: labels === null ? null : Uint8Array.from(chosen, (from) => labels[from]!),
    ...(factors !== undefined && {
      factors: factors.map((factor) => ({
        ...factor,
        values: Float32Array.from(chosen, (from) => factor.values[from]!),
      })),
    }),
    ...(titles !== undefined && { titles: [...chosen].map((from) => titles[from]!) }),
  };
}
