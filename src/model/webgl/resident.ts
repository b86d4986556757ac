import type { Device, Grid } from './device';

/** N × D images on the GPU: four pixels in a texel, row after row of the grid, images folded wherever a row ends. */
export interface Resident {
  readonly grid: Grid;
  /** Number of images. */
  readonly n: number;
}

/** Rows of texels in one upload. */
const SLICE = 256;

/** A row of a resident grid is 2^residentBits texels: 2^12, unless the GPU's textures are smaller. */
export const residentBits = (maxTextureSize: number): number => Math.min(12, Math.floor(Math.log2(maxTextureSize)));

/**
 * Uploads n × pixels images once.
 * @throws RangeError when the array's length is not n × pixels, or when the images exceed one texture
 */
export function createResident(device: Device, images: Float32Array, n: number, pixels: number): Resident {
  if (n < 1 || images.length !== n * pixels) {
    throw new RangeError(`${images.length} values are not ${n} images of ${pixels} pixels`);
  }
  const width = 2 ** residentBits(device.maxTextureSize);
  const rowValues = 4 * width;
  const height = Math.ceil(images.length / rowValues);
  if (height > device.maxTextureSize) {
    throw new RangeError(
      `${n} images of ${pixels} pixels exceed this GPU's textures of ${device.maxTextureSize} texels a side`,
    );
  }
  const grid = device.allocate(height, width);
  const whole = Math.floor(images.length / rowValues);
  for (let y = 0; y < whole; y += SLICE) {
    const rows = Math.min(SLICE, whole - y);
    device.write(grid, y, rows, images.subarray(y * rowValues, (y + rows) * rowValues));
  }
  if (whole < height) {
    const last = new Float32Array(rowValues);
    last.set(images.subarray(whole * rowValues));
    device.write(grid, whole, 1, last);
  }
  return { grid, n };
}
