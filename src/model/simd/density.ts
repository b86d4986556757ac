/** How much of a data set is black, which decides how the kernel multiplies by it. */

/** Images that are looked at, evenly spread. */
const LOOKED_AT = 512;

/**
 * Share of pixels that are not 0 up to which passing over those that are is faster than multiplying by them. Measured in
 * Chromium 156 on an x64 core, with listing them: 0.68 at 64-64-2, more for larger models.
 */
const SPARSE = 0.6;

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
