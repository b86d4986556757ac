import type { Sliced } from './decoding';

/** Pixels looked at between two rests: about a millisecond. */
const SLICE = 500_000;

/**
 * The share of the variance of some images that their decodes explain: 1 − Σ‖x − m‖² / Σ‖x − x̄‖², with x̄ their mean. 1
 * where every decode is its image, 0 where the mean image would do as well, negative where it would do better.
 * @param images N × `pixels`
 * @param squaredErrors ‖x − m‖² of each of the N
 * @param of which of the N are looked at
 * @returns null where these do not vary
 */
export function* explainedShare(
  images: Float32Array,
  pixels: number,
  squaredErrors: ArrayLike<number>,
  of: Uint32Array,
): Sliced<number | null> {
  const rows = Math.max(1, Math.floor(SLICE / pixels));
  const mean = new Float64Array(pixels);
  for (const [at, i] of of.entries()) {
    if (at % rows === rows - 1) yield undefined;
    for (let k = 0; k < pixels; k++) mean[k]! += images[i * pixels + k]! / of.length;
  }
  let [variance, left] = [0, 0];
  for (const [at, i] of of.entries()) {
    if (at % rows === rows - 1) yield undefined;
    for (let k = 0; k < pixels; k++) variance += (images[i * pixels + k]! - mean[k]!) ** 2;
    left += squaredErrors[i]!;
  }
  return variance > 0 ? 1 - left / variance : null;
}
