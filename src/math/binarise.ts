/**
 * Images of ink and paper alone, 1 and 0, of which a Bernoulli likelihood is a true one: Σ p(x|z) over all images is 1.
 *
 * They may be drawn anew for every training step, each pixel by itself with its intensity as the probability (Burda et
 * al. 2016). What is measured and shown is then of one draw of every image, always the same (Salakhutdinov & Murray
 * 2008): codes, R, ELBO and ln p(x) are of images like those that are trained on. Of the intensities R would be larger
 * than of their draws (half a nat for digits of 8 × 8), whose noise a code can tell in part; held-out images would then
 * look worse than they are beside the steps.
 */
import { mix32 } from './mix32';

/** Intensities above ½ as 1, all others as 0, in place. */
export function threshold(images: Float32Array): void {
  for (let i = 0; i < images.length; i++) images[i] = images[i]! > 0.5 ? 1 : 0;
}

/** The draw that is measured and shown, of all images and whatever the seed. */
const SHOWN = 0x3c6ef372;

/** One draw of n images, always the same. @param intensities n × D */
export const drawOnce = (intensities: Float32Array): Float32Array =>
  drawRows(intensities, intensities.length, Uint32Array.of(0), SHOWN);

/** Sets the keys of a seed's draws apart from whatever else is mixed from it. */
const DRAWS = 0x6b8b4567;

/**
 * The key of the draw that a training step takes: of the seed and the step alone, so that a run that goes on from a step
 * draws what it would have drawn.
 * @param step steps taken before it
 * @returns 32 bits with a sign, as uniforms of shaders have them
 */
export const drawKey = (seed: number, step: number): number => mix32(mix32(seed ^ DRAWS) ^ step) | 0;

/**
 * Rows of a table of intensities, each pixel drawn by itself: 1 with its intensity as the probability, else 0. A pixel's
 * draw depends on the key and its place in the table alone, whichever rows are taken with it. The engines draw the same:
 * the 24 upper bits of a hash of key and place, as a number on [0, 1), against the intensity.
 * @param width numbers in a row
 * @param rows which to take
 */
export function drawRows(intensities: Float32Array, width: number, rows: Uint32Array, key: number): Float32Array {
  const drawn = new Float32Array(rows.length * width);
  rows.forEach((row, r) => {
    for (let k = 0; k < width; k++) {
      const place = row * width + k;
      const intensity = intensities[place]!;
      // Of paper there is nothing to draw, and most pixels are.
      if (!(intensity > 0)) continue;
      const uniform = (mix32(mix32(place) ^ key) >>> 8) * 2 ** -24;
      if (uniform < intensity) drawn[r * width + k] = 1;
    }
  });
  return drawn;
}
