import { SLICE, type Sliced } from './decoding';
import { innerProducts } from './products';
import { rowSums } from './rows';

/** Distance ‖a − b‖ of each row of one set of images to the same row of another, both n × D: n numbers. */
export function pairDistances(a: Float32Array, b: Float32Array, pixels: number): Float64Array {
  return Float64Array.from({ length: a.length / pixels }, (_, i) => {
    let squared = 0;
    for (let k = i * pixels; k < (i + 1) * pixels; k++) squared += (a[k]! - b[k]!) ** 2;
    return Math.sqrt(squared);
  });
}

/** Images at a time: their products with a part of the others are held together. */
const BLOCK = 64;

/**
 * Distance ‖a − b‖ of each of m images to the nearest of n others, by blocks of ‖a‖² + ‖b‖² − 2a·b: m · n · D
 * multiplications.
 * @param images m × D, some hundreds
 * @param others n × D, n ≥ 1
 */
export function* distancesToNearest(images: Float32Array, others: Float32Array, pixels: number): Sliced<Float64Array> {
  const [m, n] = [images.length / pixels, others.length / pixels];
  const square = (value: number): number => value * value;
  const ofImages = rowSums(images, pixels, square);
  const nearest = new Float64Array(m).fill(Number.POSITIVE_INFINITY);
  const chunk = Math.max(4, Math.floor(SLICE / (BLOCK * pixels)));
  const products = new Float64Array(BLOCK * chunk);
  for (let from = 0; from < n; from += chunk) {
    const columns = { values: others, first: from, count: Math.min(chunk, n - from) };
    const ofOthers = rowSums(others.subarray(from * pixels, (from + columns.count) * pixels), pixels, square);
    for (let first = 0; first < m; first += BLOCK) {
      const rows = { values: images, first, count: Math.min(BLOCK, m - first) };
      innerProducts(rows, columns, pixels, products);
      for (let i = 0; i < rows.count; i++) {
        let least = nearest[first + i]!;
        for (let j = 0; j < columns.count; j++) {
          const squared = ofImages[first + i]! + ofOthers[j]! - 2 * products[i * columns.count + j]!;
          if (squared < least) least = squared;
        }
        nearest[first + i] = least;
      }
      yield undefined;
    }
  }
  // Rounding may leave a little less than nothing where two images are equal.
  return nearest.map((squared) => Math.sqrt(Math.max(0, squared)));
}
