import type { Sliced } from './decoding';
import { cellsOfDisc } from './gridCodes';
import { normalCdf } from './normal';
import type { PlanarPosteriors } from './posterior';
import { coveredCells, Spans } from './spans';
import type { PlaneWindow } from './window';

/**
 * How much of the plane the outlines of posteriors cover together, at once for a frame or in slices between steps. Made
 * once and asked for every frame: at once, it allocates nothing after construction. The half extents of the outlines are
 * reach·sigma (`outlineReach`).
 */
export class Coverage {
  private readonly plane: WeightedCells;
  private readonly disc: WeightedCells;
  private readonly discCells: number;

  /**
   * @param size G, cells a side of [−radius, radius]², for the prior. The mass of one disc comes out right to
   *   0.004 at 256 and 0.01 at 128; outlines smaller than a cell are hit or missed by chance, and right only as many
   *   together. [−1, 1]², for the disc, has half as many, still finer by radius/2
   * @param radius R; the prior's mass outside the square, 1.1e-6 at R = 5, counts as not covered
   */
  constructor(size = 256, radius = 5) {
    const side = (2 * radius) / size;
    const below = Array.from({ length: size + 1 }, (_, i) => normalCdf(i * side - radius));
    const mass = (i: number): number => below[i + 1]! - below[i]!;
    const masses = Float64Array.from({ length: size * size }, (_, i) => mass(i % size) * mass(Math.floor(i / size)));
    this.plane = new WeightedCells(radius, masses);

    const disc = cellsOfDisc({ x: 0, y: 0, half: 1 }, Math.ceil(size / 2), 1);
    this.disc = new WeightedCells(1, Float64Array.from(disc));
    this.discCells = disc.reduce((sum, cell) => sum + cell, 0);
  }

  /** The prior's mass, in [0, 1], inside the union of the outlines; in slices. */
  priorCoverage(posteriors: PlanarPosteriors, reach: number): Sliced<number> {
    return this.plane.coveredInSlices(posteriors, reach);
  }

  /** The share, in [0, 1], of the unit disc's area that is inside the union of the outlines. */
  circleCoverage(posteriors: PlanarPosteriors, reach: number): number {
    return this.disc.covered(posteriors, reach) / this.discCells;
  }

  /** The same in slices: frames may ask for theirs meanwhile. */
  *circleCoverageInSlices(posteriors: PlanarPosteriors, reach: number): Sliced<number> {
    return (yield* this.disc.coveredInSlices(posteriors, reach)) / this.discCells;
  }
}

/** Cells of [−radius, radius]² with a weight each, row by row. */
class WeightedCells {
  private readonly window: PlaneWindow;
  private readonly size: number;
  private readonly spans: Spans;
  private readonly flags: Uint8Array;

  constructor(
    radius: number,
    private readonly weights: Float64Array,
  ) {
    this.window = { x: 0, y: 0, half: radius };
    this.size = Math.sqrt(weights.length);
    this.spans = new Spans(this.window, this.size);
    this.flags = new Uint8Array(weights.length);
  }

  /** The weight of the cells under at least one outline. */
  covered(posteriors: PlanarPosteriors, reach: number): number {
    const { spans, flags } = this;
    spans.add(posteriors, reach);
    spans.take(flags);
    return this.weightOf(flags);
  }

  /** The same, in cells of its own: others may be asked for meanwhile. */
  *coveredInSlices(posteriors: PlanarPosteriors, reach: number): Sliced<number> {
    const flags = yield* coveredCells(posteriors, reach, this.window, this.size);
    yield undefined;
    return this.weightOf(flags);
  }

  private weightOf(flags: Uint8Array): number {
    let sum = 0;
    for (let cell = 0; cell < flags.length; cell++) if (flags[cell] === 1) sum += this.weights[cell]!;
    return sum;
  }
}
