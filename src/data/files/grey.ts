import { cutOut } from '../../math/raster/cut';
import { greyOf } from '../../math/raster/picture';
import type { Raster } from '../../math/raster/raster';
import { MAX_SIDE, MIN_SIDE } from './limits';

/** A picture in grey, 0 … 255. */
export interface Grey {
  readonly width: number;
  readonly height: number;
  /** height × width, row-major. */
  readonly pixels: Uint8Array;
}

/** The grey of a picture in colours. @param rgba height × width × 4 bytes, not premultiplied */
export const greyOfColours = (rgba: Uint8ClampedArray, width: number, height: number): Grey =>
  bytesOf(greyOf(rgba, width, height));

const bytesOf = ({ width, height, pixels }: Raster): Grey => ({
  width,
  height,
  pixels: Uint8Array.from(pixels, (value) => Math.round(255 * value)),
});

/** A picture that is no larger than an image may be, averaged down where it was. */
export function withinBounds(grey: Grey): Grey {
  const scale = Math.max(grey.width, grey.height) / MAX_SIDE;
  if (scale <= 1) return grey;
  const side = (length: number): number => Math.max(MIN_SIDE, Math.round(length / scale));
  return fitted(grey, side(grey.width), side(grey.height), 0);
}

/**
 * A picture in a frame of another size: as large as the frame lets it be, in its middle, and the rest paper. Each pixel is
 * the area average of what it covers.
 * @param paper 0 … 255
 */
export function fitted(grey: Grey, width: number, height: number, paper: number): Grey {
  if (grey.width === width && grey.height === height) return grey;
  const scale = Math.max(grey.width / width, grey.height / height);
  const raster: Raster = { ...grey, pixels: Float32Array.from(grey.pixels, (value) => value / 255) };
  const cut = { x: (grey.width - scale * width) / 2, y: (grey.height - scale * height) / 2, scale };
  return bytesOf(cutOut(raster, cut, width, height, paper / 255));
}
