import { blank, type Raster } from './raster';
import { average, type Taps } from './taps';

/** Which part of a raster is seen. */
export interface Cut {
  /** Its left and top edge in the raster's pixels; what lies outside of the raster is paper. */
  readonly x: number;
  readonly y: number;
  /** Pixels of the raster for one of what is seen, > 0. */
  readonly scale: number;
}

/** What is seen of a raster: each pixel is the exact area average of what it covers. @param paper what is outside */
export function cutOut(raster: Raster, { x, y, scale }: Cut, width: number, height: number, paper: number): Raster {
  const seen = blank(width, height, 0);
  const across = createTaps(raster.width, x, scale, width);
  const down = createTaps(raster.height, y, scale, height);
  const ink = paper === 0 ? raster.pixels : raster.pixels.map((value) => value - paper);
  const narrowed = new Float64Array(raster.height * width);
  for (let row = 0; row < raster.height; row++) average(ink, row * raster.width, 1, across, narrowed, row * width, 1);
  for (let column = 0; column < width; column++) average(narrowed, column, width, down, seen.pixels, column, width);
  if (paper !== 0) for (const i of seen.pixels.keys()) seen.pixels[i]! += paper;
  return seen;
}

/** `size` pixels, each `scale` wide, from `start` on, of an axis of `length` pixels. */
function createTaps(length: number, start: number, scale: number, size: number): Taps {
  const first = new Int32Array(size);
  const offset = new Int32Array(size + 1);
  const shares: number[] = [];
  for (let i = 0; i < size; i++) {
    const from = start + scale * i;
    const to = from + scale;
    first[i] = Math.max(0, Math.floor(from));
    for (let j = first[i]!; j < length; j++) {
      const overlap = Math.min(to, j + 1) - Math.max(from, j);
      if (overlap <= 0) break;
      shares.push(overlap / scale);
    }
    offset[i + 1] = shares.length;
  }
  return { size, first, offset, share: Float64Array.from(shares) };
}
