import { outlineOf, outlineReach } from './family';
import type { PlanarPosteriors } from './posterior';
import type { PlaneBox } from './window';

/**
 * Which of the count × count cells of a rectangle are met by at least one posterior's outline at 1σ: 1 where the decoder has
 * been asked about codes of this cell, 0 where it never was.
 * @param noiseScale s, the share of each posterior that samples use
 * @param out count · count flags, row by row from the top left
 */
export function visitedCells(
  { family, mu, sigma, correlation }: PlanarPosteriors,
  noiseScale: number,
  { left, bottom, right, top }: PlaneBox,
  count: number,
  out: Uint8Array = new Uint8Array(count * count),
): Uint8Array {
  out.fill(0);
  const width = (right - left) / count;
  const height = (top - bottom) / count;
  const scale = outlineReach(family, 1, noiseScale);
  const isEllipse = outlineOf(family) !== 'rectangle';
  for (let i = 0; i < mu.length; i += 2) {
    // In cells from the top left corner.
    const cx = (mu[i]! - left) / width;
    const cy = (top - mu[i + 1]!) / height;
    const a = Math.max((scale * sigma[i]!) / width, Number.EPSILON);
    // Without end at s = 0, too.
    const b = sigma[i + 1] === Infinity ? Infinity : Math.max((scale * sigma[i + 1]!) / height, Number.EPSILON);
    // Rows grow downwards.
    const rho = correlation === null ? 0 : -correlation[i / 2]!;
    const lastRow = Math.min(count - 1, Math.floor(cy + b));
    const lastColumn = Math.min(count - 1, Math.floor(cx + a));
    for (let row = Math.max(0, Math.floor(cy - b)); row <= lastRow; row++) {
      for (let column = Math.max(0, Math.floor(cx - a)); column <= lastColumn; column++) {
        // A rectangle fills the box that an ellipse lies in.
        if (!isEllipse || meets((column - cx) / a, (row - cy) / b, 1 / a, 1 / b, rho)) out[row * count + column] = 1;
      }
    }
  }
  return out;
}

/**
 * Whether the ellipse u² − 2ρuv + v² ≤ 1 − ρ² meets the cell [u, u + width] × [v, v + height]. The least value on a cell
 * without the centre is taken on an edge that faces it.
 */
function meets(u: number, v: number, width: number, height: number, rho: number): boolean {
  const facingU = clamp(0, u, u + width);
  const facingV = clamp(0, v, v + height);
  // On the edge u = facingU the least value is at v = ρu, or as near as the edge goes.
  const onU = reach(facingU, clamp(rho * facingU, v, v + height), rho);
  const onV = reach(clamp(rho * facingV, u, u + width), facingV, rho);
  return Math.min(onU, onV) <= 1 - rho * rho;
}

const reach = (u: number, v: number, rho: number): number => u * u - 2 * rho * u * v + v * v;

const clamp = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));
