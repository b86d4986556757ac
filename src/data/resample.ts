import { average, type Taps } from '../math/raster/taps';
import type { Dataset } from './dataset';

/**
 * The data set with images of `size` × `size` pixels, each the exact area average of what it covers: 28 → 16 weighs
 * pixels by their fractional overlap, 28 → 14 gives the means of 2×2 blocks. Mean intensity is preserved.
 *
 * Images that are not square are first centred on a square of paper (0) of their longer side, so that the aspect
 * ratio is kept; the amount of ink, not the mean, is then what is preserved. Never enlarges: with `size` at or above
 * the longer side the data set is returned as it is, its images possibly not square.
 *
 * @param size pixels a side, a positive integer
 * @throws RangeError if `size` is not a positive integer
 */
export function resample(dataset: Dataset, size: number): Dataset {
  if (!Number.isInteger(size) || size < 1) throw new RangeError(`size is ${size}, expected a positive integer`);
  const { n, width, height } = dataset;
  const side = Math.max(width, height);
  if (size >= side) return dataset;

  const columns = createTaps(width, side, size);
  const rows = width === height ? columns : createTaps(height, side, size);
  const images = new Float32Array(n * size * size);
  const narrowed = new Float64Array(height * size);
  for (let i = 0; i < n; i++) {
    const image = dataset.images.subarray(i * width * height, (i + 1) * width * height);
    for (let y = 0; y < height; y++) average(image, y * width, 1, columns, narrowed, y * size, 1);
    for (let x = 0; x < size; x++) average(narrowed, x, size, rows, images, i * size * size + x, size);
  }
  return { ...dataset, width: size, height: size, images };
}

/**
 * Taps whose shares sum to 1 inside: `length` source pixels centred on an axis of `side`, averaged to `size` target
 * pixels. In units of 1/(2·size) of a source pixel every edge is an integer: source pixel j ends at pad + 2·size·(j+1),
 * target pixel i at 2·side·(i+1).
 */
function createTaps(length: number, side: number, size: number): Taps {
  const pad = size * (side - length);
  const first = new Int32Array(size);
  const offset = new Int32Array(size + 1);
  const shares: number[] = [];
  for (let i = 0; i < size; i++) {
    const from = 2 * side * i;
    const to = from + 2 * side;
    first[i] = Math.max(0, Math.floor((from - pad) / (2 * size)));
    for (let j = first[i]!; j < length; j++) {
      const edge = pad + 2 * size * j;
      const overlap = Math.min(to, edge + 2 * size) - Math.max(from, edge);
      if (overlap <= 0) break;
      shares.push(overlap / (2 * side));
    }
    offset[i + 1] = shares.length;
  }
  return { size, first, offset, share: Float64Array.from(shares) };
}
