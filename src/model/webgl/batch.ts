import type { Device, Grid } from './device';
import { tilesOf, toTiles } from './tiles';

/** A batch on the GPU: [image | ε], samples·rows × (1 + d), all images for the first sample, then for the next. */
export interface Batch {
  readonly grid: Grid;
  /** Images. */
  readonly rows: number;
  /** Draws of noise an image. */
  readonly samples: number;
}

/** Uploads batches into one grid, which is made anew when their size changes. */
export interface BatchUpload {
  /**
   * @param n images that are resident
   * @throws RangeError when there is no image, one of no resident image, or noise of another length
   */
  upload(indices: Uint32Array, noise: Float32Array, samples: number, n: number): Batch;
  dispose(): void;
}

/** @param latent d, axes of a code */
export function createBatchUpload(device: Device, latent: number): BatchUpload {
  let grid: Grid | null = null;
  const dispose = (): void => {
    if (grid) device.release(grid);
    grid = null;
  };
  return {
    upload(indices, noise, samples, n) {
      const rows = indices.length;
      if (rows === 0) throw new RangeError('A batch needs at least one image');
      const codes = samples * rows;
      if (noise.length !== codes * latent) {
        throw new RangeError(
          `${noise.length} noise values do not fit ${samples} samples of a batch of ${rows} with ${latent} axes`,
        );
      }
      const beyond = indices.find((index) => index >= n);
      if (beyond !== undefined) throw new RangeError(`Image ${beyond} of a batch is not among the ${n} images`);
      const height = tilesOf(codes);
      if (grid?.shape[0] !== 2 * height) {
        dispose();
        grid = device.allocate(height, tilesOf(1 + latent));
      }
      const texels = toTiles(codes, 1 + latent, (row, column) =>
        column === 0 ? indices[row % rows]! : noise[row * latent + column - 1]!,
      );
      device.write(grid!, 0, height, texels);
      return { grid: grid!, rows, samples };
    },
    dispose,
  };
}
