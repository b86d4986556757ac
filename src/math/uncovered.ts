import type { PlanarPosteriors } from './posterior';
import { Spans } from './spans';
import { cellsOfDisc, type PlaneWindow } from './window';

/** Posteriors between two rests: about two milliseconds. */
const SLICE = 2048;

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
): Generator<void, Uint8Array> {
  const n = posteriors.mu.length / 2;
  const spans = new Spans(window, size);
  for (let from = 0; from < n; from += SLICE) {
    spans.add(posteriors, reach, from, Math.min(n, from + SLICE));
    yield;
  }
  const gaps = cellsOfDisc(window, size, radius);
  const covered = new Uint8Array(gaps.length);
  spans.take(covered);
  for (let cell = 0; cell < gaps.length; cell++) if (covered[cell] === 1) gaps[cell] = 0;
  return gaps;
}
