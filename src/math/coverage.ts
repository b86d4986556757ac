import { cellMidpoint, cellSide, type Grid, logPriorMasses } from './quadrature';

/**
 * How much of the plane a set of ellipses covers together. Made once and asked for every frame: it allocates nothing
 * after construction. The ellipses have the centres mu and the semi-axes scale·sigma (scale = k·s for the kσ contours
 * of posteriors whose samples use the share s of them); both arrays are N × 2, row-major.
 */
export class Coverage {
  private readonly plane: Raster;
  private readonly disc: Raster;
  private readonly discCells: number;

  /**
   * @param size G, cells a side of [−radius, radius]², for the prior. The mass of one disc comes out right to
   *   0.004 at 256 and 0.01 at 128; ellipses smaller than a cell are hit or missed by chance, and right only as many
   *   together. [−1, 1]², for the disc, has half as many, still finer by radius/2
   * @param radius R; the prior's mass outside the square, 1.1e-6 at R = 5, counts as not covered
   */
  constructor(size = 256, radius = 5) {
    const plane: Grid = { size, radius };
    const logMass = logPriorMasses(plane);
    this.plane = new Raster(plane, (column, row) => Math.exp(logMass[column]! + logMass[row]!));

    const disc: Grid = { size: Math.ceil(size / 2), radius: 1 };
    this.disc = new Raster(disc, (column, row) =>
      Math.hypot(cellMidpoint(disc, column), cellMidpoint(disc, row)) <= 1 ? 1 : 0,
    );
    this.discCells = this.disc.weights.reduce((sum, weight) => sum + weight, 0);
  }

  /** The prior's mass, in [0, 1], inside the union of the ellipses. */
  priorCoverage(mu: ArrayLike<number>, sigma: ArrayLike<number>, scale: number): number {
    return this.plane.covered(mu, sigma, scale);
  }

  /** The share, in [0, 1], of the unit disc's area that is inside the union of the ellipses. */
  circleCoverage(mu: ArrayLike<number>, sigma: ArrayLike<number>, scale: number): number {
    return this.disc.covered(mu, sigma, scale) / this.discCells;
  }
}

/**
 * Weighted cells; a cell is covered when its midpoint is inside an ellipse. Every ellipse meets a row of cells in one
 * span, found by a square root, and a span is laid down by its two ends alone:
 *
 *     spans     [ # # [ # # ] # # ]
 *     ends   0  1 0 0 1 0 0-1 0 0-1
 *     depth  0  1 1 1 2 2 2 1 1 1 0
 *
 * The running sum of the ends is the depth, the number of ellipses over a cell. So an ellipse costs one step for each
 * row it meets, whatever its width.
 */
class Raster {
  /** size × size, row-major. */
  readonly weights: Float64Array;
  private readonly size: number;
  private readonly radius: number;
  private readonly perUnit: number;
  /** size × (size + 1): a span may end behind the last column. Cleared when summed. */
  private readonly ends: Int32Array;

  constructor(grid: Grid, weight: (column: number, row: number) => number) {
    const { size } = grid;
    this.size = size;
    this.radius = grid.radius;
    this.perUnit = 1 / cellSide(grid);
    this.weights = Float64Array.from({ length: size * size }, (_, i) => weight(i % size, Math.floor(i / size)));
    this.ends = new Int32Array(size * (size + 1));
  }

  covered(mu: ArrayLike<number>, sigma: ArrayLike<number>, scale: number): number {
    for (let i = 0; i < mu.length; i += 2) this.add(mu[i]!, mu[i + 1]!, scale * sigma[i]!, scale * sigma[i + 1]!);
    return this.take();
  }

  /** Lays down the spans of one ellipse. Points, segments and NaN cover nothing. */
  private add(x: number, y: number, a: number, b: number): void {
    const { size, perUnit, ends } = this;
    // In cells, with the midpoints of the cells at the integers.
    const cx = (x + this.radius) * perUnit - 0.5;
    const cy = (y + this.radius) * perUnit - 0.5;
    const ax = a * perUnit;
    const ay = b * perUnit;
    if (!(ax > 0 && ay > 0)) return;
    const lastRow = Math.min(size - 1, Math.floor(cy + ay));
    for (let row = Math.max(0, Math.ceil(cy - ay)); row <= lastRow; row++) {
      const v = (row - cy) / ay;
      const half = ax * Math.sqrt(1 - v * v);
      const first = Math.max(0, Math.ceil(cx - half));
      const last = Math.min(size - 1, Math.floor(cx + half));
      if (first <= last) {
        const base = row * (size + 1);
        ends[base + first]!++;
        ends[base + last + 1]!--;
      }
    }
  }

  /** The weight of the covered cells; clears the spans on the way. */
  private take(): number {
    const { size, weights, ends } = this;
    let sum = 0;
    let cell = 0;
    let at = 0;
    for (let row = 0; row < size; row++) {
      let depth = 0;
      for (let column = 0; column < size; column++) {
        depth += ends[at]!;
        ends[at++] = 0;
        if (depth > 0) sum += weights[cell]!;
        cell++;
      }
      // The last end of a row closes spans behind the last cell; no sum reads it.
      at++;
    }
    return sum;
  }
}
