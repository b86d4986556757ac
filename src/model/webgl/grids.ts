/** Grids under tfjs's management: it keeps their textures when they are released, and hands them out again. */
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl/dist/backend_webgl';
import { env } from '@tensorflow/tfjs-core';
import type { Grid } from './device';

export interface Grids {
  /** @returns a grid of unspecified values */
  allocate(height: number, width: number): Grid;
  release(grid: Grid): void;
  texture(grid: Grid): WebGLTexture;
  /** Deletes the textures that wait to be handed out again. @returns those that are gone */
  deleteFree(): WebGLTexture[];
}

/** Bytes in all above which tfjs deletes what is released. */
const THRESHOLD = 'WEBGL_DELETE_TEXTURE_THRESHOLD';

export function createGrids(backend: MathBackendWebGL): Grids {
  /** How many textures of a size wait; tfjs tells only how many there are of all sizes. */
  const free = new Map<number, { readonly height: number; readonly width: number; count: number }>();
  const waiting = (height: number, width: number) => {
    // No side of a texture comes near 2^16; every step asks often.
    const key = 2 ** 16 * height + width;
    const known = free.get(key) ?? { height, width, count: 0 };
    free.set(key, known);
    return known;
  };

  const texture = (grid: Grid): WebGLTexture => backend.getTexture(grid.dataId);
  const take = (height: number, width: number): Grid => {
    const grid = backend.makeTensorInfo([2 * height, 2 * width], 'float32');
    backend.texData.get(grid.dataId).isPacked = true;
    texture(grid);
    return grid;
  };
  const giveBack = (grid: Grid): void => backend.disposeIntermediateTensorInfo(grid);

  return {
    texture,
    allocate(height, width) {
      const same = waiting(height, width);
      if (same.count > 0) same.count -= 1;
      return take(height, width);
    },
    release(grid) {
      waiting(grid.shape[0]! / 2, grid.shape[1]! / 2).count += 1;
      giveBack(grid);
    },
    deleteFree() {
      const grids = [...free.values()].flatMap(({ height, width, count }) =>
        Array.from({ length: count }, () => take(height, width)),
      );
      const textures = grids.map(texture);
      free.clear();
      const usual = env().getNumber(THRESHOLD);
      env().set(THRESHOLD, 0);
      try {
        grids.forEach(giveBack);
      } finally {
        env().set(THRESHOLD, usual);
      }
      return textures;
    },
  };
}
