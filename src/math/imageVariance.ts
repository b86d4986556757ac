/** The mean of images, and how much images vary about it or about the mean of others. */
import type { Sliced } from './decoding';
import { countOf, type ImageRows, startOf } from './imageRows';

/** Pixels looked at between two rests: about a millisecond. */
const SLICE = 500_000;

/**
 * In shares of ‖mean‖². Intensities are float32, so that equal ones may differ by 6e-8 of their size: squared, 4e-15. The
 * rounding of a mean of a million equal ones in float64 is below 1e-20.
 */
const ROUNDING = 1e-14;

/** The mean image, D pixels. @param rows one image at least */
export function* meanImage(rows: ImageRows): Sliced<Float64Array> {
  const { images, pixels } = rows;
  const n = countOf(rows);
  const rest = Math.max(1, Math.floor(SLICE / pixels));
  const mean = new Float64Array(pixels);
  for (let i = 0; i < n; i++) {
    if (i % rest === rest - 1) yield undefined;
    const start = startOf(rows, i);
    for (let p = 0; p < pixels; p++) mean[p]! += images[start + p]! / n;
  }
  return mean;
}

/**
 * Mean squared distance from a mean image, (1/N) Σ ‖x − x̄‖², in squared intensities: of the mean of the same images the
 * sum of all pixels' variances, over N, not N − 1. 0 where it is no more than rounding, as of images that are all alike.
 * @param rows one image at least
 * @param mean x̄, D pixels: of these images, or of others
 */
export function* varianceAbout(rows: ImageRows, mean: Float64Array): Sliced<number> {
  const { images, pixels } = rows;
  const n = countOf(rows);
  const rest = Math.max(1, Math.floor(SLICE / pixels));
  let variance = 0;
  for (let i = 0; i < n; i++) {
    if (i % rest === rest - 1) yield undefined;
    const start = startOf(rows, i);
    for (let p = 0; p < pixels; p++) variance += (images[start + p]! - mean[p]!) ** 2 / n;
  }
  const squaredMean = mean.reduce((sum, value) => sum + value * value, 0);
  return variance <= ROUNDING * squaredMean ? 0 : variance;
}
