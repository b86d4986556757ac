import type { Raster } from './raster';

/** Where the ink of an image lies, in pixels from its left and its top edge. */
export interface Extent {
  /** The box around it, to fractions of a pixel. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Its centre of mass. */
  readonly x: number;
  readonly y: number;
}

/** Share of the darkest ink from which on a pixel belongs to the box. */
const FAINT = 0.1;

/**
 * Where the ink of an image lies; null where there is none.
 *
 * The outermost pixels of an image that was made smaller are inked in part: as much of such a pixel belongs to the box
 * as it has of the darkest ink.
 * @param paper the intensity without ink; ink is how far a pixel is from that
 * @param faint share of the darkest ink from which on a pixel belongs to the box
 */
export function extentOf({ width, height, pixels }: Raster, paper: number, faint = FAINT): Extent | null {
  const across = new Float64Array(width);
  const down = new Float64Array(height);
  let [mass, x, y, darkest] = [0, 0, 0, 0];
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const ink = Math.abs(pixels[row * width + column]! - paper);
      across[column] = Math.max(across[column]!, ink);
      down[row] = Math.max(down[row]!, ink);
      darkest = Math.max(darkest, ink);
      mass += ink;
      x += ink * (column + 0.5);
      y += ink * (row + 0.5);
    }
  }
  if (mass === 0) return null;
  const [left, right] = edges(across, darkest, faint);
  const [top, bottom] = edges(down, darkest, faint);
  return { left, right, top, bottom, x: x / mass, y: y / mass };
}

/** From where to where a profile has ink. */
function edges(profile: Float64Array, darkest: number, faint: number): [from: number, to: number] {
  const has = (ink: number): boolean => ink >= faint * darkest;
  const first = profile.findIndex(has);
  const last = profile.findLastIndex(has);
  return [first + 1 - profile[first]! / darkest, last + profile[last]! / darkest];
}
