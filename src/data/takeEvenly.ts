import type { Dataset } from './dataset';

/**
 * At most `count` of a data set's images, evenly from its first to its last, with what is known of them.
 * @param count 0 is as many as there are
 */
export function takeEvenly(dataset: Dataset, count: number): Dataset {
  const { n, width, height, images, labels, factors, titles } = dataset;
  if (count === 0 || count >= n) return dataset;
  const size = width * height;
  const chosen = Uint32Array.from({ length: count }, (_, i) => Math.floor((i * n) / count));
  const taken = new Float32Array(count * size);
  chosen.forEach((from, i) => void taken.set(images.subarray(from * size, (from + 1) * size), i * size));
  return {
    ...dataset,
    n: count,
    images: taken,
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
