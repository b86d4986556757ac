/** How much of a data set is black, which decides how the kernel multiplies by it. */

/** Images that are looked at, evenly spread. */
const LOOKED_AT = 512;

/**
 * Share of pixels that are not 0 up to which the kernel passes over those that are. Of digits of 8 × 8, with 0.51, steps take
 * as long either way (64-64-2, Chromium 156, x64).
 */
const SPARSE = 0.5;

/**
 * Whether so many pixels are 0 that the kernel passes over them.
 * @param images n × `pixels` intensities in [0, 1]
 * @param drawn whether steps take pixels that are drawn of these, 1 with them as the probabilities, else 0
 */
export function isSparse(images: Float32Array, pixels: number, drawn: boolean): boolean {
  const n = images.length / pixels;
  const stride = Math.max(1, Math.floor(n / LOOKED_AT));
  let count = 0;
  let lit = 0;
  for (let image = 0; image < n; image += stride) {
    for (const value of images.subarray(image * pixels, (image + 1) * pixels)) {
      lit += drawn ? value : Number(value !== 0);
    }
    count += pixels;
  }
  return lit < SPARSE * count;
}
