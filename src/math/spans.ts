import type { Sliced } from './decoding';
import type { PlanarPosteriors } from './posterior';
import type { PlaneWindow } from './window';

/**
 * The cells of a window that outlines of posteriors lie over: those whose midpoints are inside an outline. Every outline
 * meets a row of cells in one span, found by a square root, and a span is laid down by its two ends alone:
 *
 *     spans     [ # # [ # # ] # # ]
 *     ends   0  1 0 0 1 0 0-1 0 0-1
 *     depth  0  1 1 1 2 2 2 1 1 1 0
 *
 * The running sum of the ends is the depth, the number of outlines over a cell. So an outline costs one step for each
 * row it meets, whatever its width and slant. Nothing is allocated after construction.
 */
export class Spans {
  /** size × (size + 1): a span may end behind the last column. Cleared when visited. */
  private readonly ends: Int32Array;

  /** @param size cells a side; rows go down from the top left */
  constructor(
    private readonly window: PlaneWindow,
    private readonly size: number,
  ) {
    this.ends = new Int32Array(size * (size + 1));
  }

  /**
   * Lays down the spans of posteriors `from` … `to` − 1. Points, segments and NaN cover nothing.
   * @param reach half extents of the outlines in standard deviations: rectangles of a `box`, else ellipses
   */
  add({ family, mu, sigma, correlation }: PlanarPosteriors, reach: number, from = 0, to = mu.length / 2): void {
    for (let i = from; i < to; i++) {
      const rho = correlation === null ? 0 : correlation[i]!;
      this.addOne(mu[2 * i]!, mu[2 * i + 1]!, reach * sigma[2 * i]!, reach * sigma[2 * i + 1]!, rho, family === 'box');
    }
  }

  private addOne(x: number, y: number, a: number, b: number, rho: number, isBox: boolean): void {
    const { size, ends, window } = this;
    const perUnit = size / (2 * window.half);
    // In cells, with the midpoints of the cells at the integers.
    const cx = (x - window.x + window.half) * perUnit - 0.5;
    const cy = (window.y + window.half - y) * perUnit - 0.5;
    const ay = b * perUnit;
    // A row cuts an ellipse around the line of conditional means, at most as wide as the conditional deviation.
    const ax = a * perUnit * Math.sqrt(1 - rho * rho);
    const slant = -rho * a * perUnit;
    if (!(ax > 0 && ay > 0)) return;
    const lastRow = Math.min(size - 1, Math.floor(cy + ay));
    for (let row = Math.max(0, Math.ceil(cy - ay)); row <= lastRow; row++) {
      const v = (row - cy) / ay;
      const half = isBox ? ax : ax * Math.sqrt(1 - v * v);
      const middle = rho === 0 ? cx : cx + slant * v;
      const first = Math.max(0, Math.ceil(middle - half));
      const last = Math.min(size - 1, Math.floor(middle + half));
      if (first <= last) {
        const base = row * (size + 1);
        ends[base + first]!++;
        ends[base + last + 1]!--;
      }
    }
  }

  /**
   * Which cells lie under at least one outline; all spans are taken away on the way.
   * @param out size · size flags, row by row from the top left: 1 where one does, else 0
   */
  take(out: Uint8Array): void {
    const { size, ends } = this;
    let cell = 0;
    let at = 0;
    for (let row = 0; row < size; row++) {
      let depth = 0;
      for (let column = 0; column < size; column++) {
        depth += ends[at]!;
        ends[at++] = 0;
        out[cell++] = depth > 0 ? 1 : 0;
      }
      // The last end of a row closes spans behind the last cell; no cell reads it.
      at++;
    }
  }
}

/** Posteriors between two rests: about two milliseconds. */
const SLICE = 2048;

/**
 * Which cells of a window lie under at least one outline.
 * @param reach half extents of the outlines in standard deviations (`outlineReach`)
 * @param size cells a side
 * @returns size · size flags, row by row from the top left
 */
export function* coveredCells(
  posteriors: PlanarPosteriors,
  reach: number,
  window: PlaneWindow,
  size: number,
): Sliced<Uint8Array> {
  const n = posteriors.mu.length / 2;
  const spans = new Spans(window, size);
  for (let from = 0; from < n; from += SLICE) {
    spans.add(posteriors, reach, from, Math.min(n, from + SLICE));
    yield undefined;
  }
  const covered = new Uint8Array(size * size);
  spans.take(covered);
  return covered;
}
