import type { Raster } from './raster';
import { coverStroke } from './stroke';

/** Half the width of the window that the edge of a stroke is averaged over, in pixels: a pixel itself. */
const HALF = 0.5;

/** A point of a raster, in pixels from its left and its top edge. */
export type Place = readonly [x: number, y: number];

/**
 * A raster over which a round brush has been drawn. Where the brush covers a pixel in part, it takes that share of the
 * way to the brush's intensity, however often the brush comes by; what is as near to it already stays.
 * @param path through these points; a single one is a dot
 * @param value intensity of the brush, 0 or 1: the ink's, or the paper's to erase
 */
export function brushed(
  { width, height, pixels }: Raster,
  path: readonly Place[],
  radius: number,
  value: number,
): Raster {
  const painted = pixels.slice();
  const approach = (index: number, covered: number): void => {
    const farthest = 1 - Math.max(0, covered / (2 * HALF));
    const distance = painted[index]! - value;
    if (Math.abs(distance) > farthest) painted[index] = value + Math.sign(distance) * farthest;
  };
  path.forEach(([toX, toY], i) => {
    if (i === 0 && path.length > 1) return;
    const [fromX, fromY] = path[Math.max(0, i - 1)]!;
    const stroke = { x: fromX - 0.5, y: fromY - 0.5, dx: toX - fromX, dy: toY - fromY, radius, growth: 0 };
    coverStroke(stroke, HALF, width, height, approach);
  });
  return { width, height, pixels: painted };
}

/**
 * A raster over which a square of one intensity has been drawn, on whole pixels.
 * @param path its centre goes through these points; a single one is one square
 */
export function covered(
  { width, height, pixels }: Raster,
  path: readonly Place[],
  side: number,
  value: number,
): Raster {
  const painted = pixels.slice();
  for (const [x, y] of passed(path)) {
    const [left, right] = [edge(x - side / 2, width), edge(x + side / 2, width)];
    const [top, bottom] = [edge(y - side / 2, height), edge(y + side / 2, height)];
    for (let row = top; row < bottom; row++) painted.fill(value, row * width + left, row * width + right);
  }
  return { width, height, pixels: painted };
}

/** A path with points between its own, so that none is farther than a pixel along either axis from the one before it. */
function* passed(path: readonly Place[]): Generator<Place, void> {
  yield path[0]!;
  for (let i = 1; i < path.length; i++) {
    const [[fromX, fromY], [toX, toY]] = [path[i - 1]!, path[i]!];
    const steps = Math.ceil(Math.max(Math.abs(toX - fromX), Math.abs(toY - fromY)));
    for (let step = 1; step <= steps; step++) {
      const share = step / steps;
      yield [fromX + share * (toX - fromX), fromY + share * (toY - fromY)];
    }
  }
}

/** The edge between two pixels that is nearest to a place, inside of the raster. */
const edge = (at: number, most: number): number => Math.min(most, Math.max(0, Math.round(at)));

/** Less ink than this cannot be seen. */
const UNSEEN = 1 / 256;

/** Whether there is nothing but paper. */
export const isBlank = ({ pixels }: Raster, paper: number): boolean =>
  pixels.every((value) => Math.abs(value - paper) < UNSEEN);

/** Dark for light, and light for dark. */
export const inverted = ({ width, height, pixels }: Raster): Raster => ({
  width,
  height,
  pixels: pixels.map((value) => 1 - value),
});
