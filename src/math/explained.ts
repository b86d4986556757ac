import type { Sliced } from './decoding';

/** Pixels looked at between two rests: about a millisecond. */
const SLICE = 500_000;

/**
 * The total sum of squares of some images, Σ‖x − x̄‖² with x̄ their mean, in squared intensities.
 * @param images N × `pixels` intensities in [0, 1]
 * @param of which of the N are looked at
 */
export function* totalSumOfSquares(images: Float32Array, pixels: number, of: Uint32Array): Sliced<number> {
  const rows = Math.max(1, Math.floor(SLICE / pixels));
  const mean = new Float64Array(pixels);
  for (const [at, i] of of.entries()) {
    if (at % rows === rows - 1) yield undefined;
    for (let k = 0; k < pixels; k++) mean[k]! += images[i * pixels + k]! / of.length;
  }
  let sum = 0;
  for (const [at, i] of of.entries()) {
    if (at % rows === rows - 1) yield undefined;
    for (let k = 0; k < pixels; k++) sum += (images[i * pixels + k]! - mean[k]!) ** 2;
  }
  return sum;
}

/**
 * The share of the variance of some images that their decodes explain: 1 − Σ‖x − m‖² / Σ‖x − x̄‖². 1 where every decode is
 * its image, 0 where the mean image would do as well, negative where it would do better.
 * @param total their `totalSumOfSquares`, in squared intensities
 * @param squaredErrors ‖x − m‖² of each of N images, in the same
 * @param of which of the N are looked at
 * @returns null where these do not vary
 */
export function explainedShare(total: number, squaredErrors: ArrayLike<number>, of: Uint32Array): number | null {
  return total > 0 ? 1 - of.reduce((sum, i) => sum + squaredErrors[i]!, 0) / total : null;
}
