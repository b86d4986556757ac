import type { Sliced } from './decoding';
import { cellsOfDisc } from './gridCodes';
import type { PlanarPosteriors } from './posterior';
import { coveredCells } from './spans';
import type { PlaneWindow } from './window';

/**
 * The gaps between the posteriors: which cells of a window have their midpoints inside the prior's kσ circle and under no
 * outline. An outline costs one step for each row of cells that it meets.
 * @param reach half extents of the outlines in standard deviations (`outlineReach`)
 * @param size cells a side
 * @param radius k: 1 for the unit circle
 * @returns size · size flags, row by row from the top left
 */
export function* uncoveredCells(
  posteriors: PlanarPosteriors,
  reach: number,
  window: PlaneWindow,
  size: number,
  radius: number,
): Sliced<Uint8Array> {
  const gaps = cellsOfDisc(window, size, radius);
  const covered = yield* coveredCells(posteriors, reach, window, size);
  for (let cell = 0; cell < gaps.length; cell++) if (covered[cell] === 1) gaps[cell] = 0;
  return gaps;
}
