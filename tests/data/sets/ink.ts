import type { Dataset } from '../../../src/data/dataset';

/** Where the ink of an image is, in sides of the sheet. */
export interface InkMoments {
  /** Share of the sheet that is inked. */
  readonly mean: number;
  /** Centre of mass, from the left and from the top. */
  readonly x: number;
  readonly y: number;
  /** Central second moments of the ink, divided by it. */
  readonly xx: number;
  readonly yy: number;
  readonly xy: number;
}

/** Of the i-th image of a set, with all ink of a pixel in its middle. */
export function inkMoments({ images, width, height }: Dataset, i: number): InkMoments {
  const image = images.subarray(i * width * height, (i + 1) * width * height);
  const over = (of: (x: number, y: number) => number): number =>
    image.reduce(
      (sum, ink, at) => sum + ink * of(((at % width) + 0.5) / width, (Math.floor(at / width) + 0.5) / height),
      0,
    );
  const all = over(() => 1);
  const [x, y] = [over((u) => u) / all, over((_, v) => v) / all];
  return {
    mean: all / image.length,
    x,
    y,
    xx: over((u) => (u - x) ** 2) / all,
    yy: over((_, v) => (v - y) ** 2) / all,
    xy: over((u, v) => (u - x) * (v - y)) / all,
  };
}

/** Direction in which an image is longest, counter-clockwise from lying flat, in (−π/2, π/2]. */
export const inkAngle = ({ xx, yy, xy }: InkMoments): number => Math.atan2(-2 * xy, xx - yy) / 2;

/** How far two directions are from each other that are alike after half a turn. */
export const apart = (a: number, b: number): number => Math.abs(Math.asin(Math.sin(a - b)));

/** The values of a factor. @throws Error where the set has no such factor */
export function factorOf({ factors = [] }: Dataset, name: string): Float32Array {
  const found = factors.find((factor) => factor.name === name);
  if (found === undefined) throw new Error(`There is no factor ${name}`);
  return found.values;
}
