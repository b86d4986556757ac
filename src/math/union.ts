import type { Sliced } from './decoding';
import type { PlanarPosteriors } from './posterior';
import { coveredCells } from './spans';
import type { PlaneWindow } from './window';

/**
 * Area of the union of all outlines, by the cells of a square that holds every one of them. Outlines smaller than a cell
 * are hit or missed by chance, and right only as many together.
 * @param reach half extents of the outlines in standard deviations (`outlineReach`); centres are finite
 * @param size cells a side: one disc that fills the square comes out right to 0.2 % at 256
 * @returns in units of the plane, squared; 0 for points
 */
export function* unionArea(posteriors: PlanarPosteriors, reach: number, size = 256): Sliced<number> {
  const window = squareAround(posteriors, reach);
  if (reach === 0 || window.half === 0) return 0;
  const covered = yield* coveredCells(posteriors, reach, window, size);
  return covered.reduce((sum, cell) => sum + cell, 0) * ((2 * window.half) / size) ** 2;
}

/** The smallest square around its middle that holds all outlines. */
function squareAround({ mu, sigma }: PlanarPosteriors, reach: number): PlaneWindow {
  const low = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  const high = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < mu.length; i++) {
    low[i % 2] = Math.min(low[i % 2]!, mu[i]! - reach * sigma[i]!);
    high[i % 2] = Math.max(high[i % 2]!, mu[i]! + reach * sigma[i]!);
  }
  const [x, y] = [(low[0]! + high[0]!) / 2, (low[1]! + high[1]!) / 2];
  return { x, y, half: Math.max(high[0]! - x, high[1]! - y) };
}
