import type { PlanarPosteriors } from './posterior';

/** Distance of neighbours that a posterior of σ = 0.005 is found with: about as narrow as training makes them. */
const FINEST_SPACING = 0.005;

/** Nodes a side whose numbers, up to its square, an Int32Array holds. */
const MOST_COLUMNS = 46_000;

/**
 * Nodes on the square [−radius, radius]², and the finer lattices that have 2^level nodes for every one of them along an
 * axis. Every node of a lattice is one of the next. Node (column, row) of a level has the number
 * `row · stride(level) + column`.
 *
 * On such a lattice the plain sum of a smooth function that has died away at the edges, times the area of a cell, is
 * its integral but for what is finer than the spacing h: of a Gaussian's, a share 4·exp(−2π²σ²/h²), which is 1e-8 at
 * h = σ (Trefethen & Weideman, The exponentially convergent trapezoidal rule, 2014).
 */
export class Lattice {
  constructor(
    readonly radius: number,
    /** Nodes a side at level 0. */
    readonly size: number,
  ) {}

  /** Nodes a side. */
  stride(level: number): number {
    return (this.size - 1) * 2 ** level + 1;
  }

  /** h, distance of neighbours. */
  spacing(level: number): number {
    return (2 * this.radius) / (this.stride(level) - 1);
  }

  /** The finest level: its nodes are 0.005 apart at most or, on lattices wider than ±60, as near as numbers of 31 bits allow. */
  get finest(): number {
    const wanted = Math.ceil(Math.log2(this.spacing(0) / FINEST_SPACING));
    return Math.max(0, Math.min(wanted, Math.floor(Math.log2(MOST_COLUMNS / (this.size - 1)))));
  }

  /** Coordinate of a column or row. */
  coordinate(level: number, index: number): number {
    return index * this.spacing(level) - this.radius;
  }

  /** Number of the node next to a point. */
  nearest(level: number, x: number, y: number): number {
    const last = this.stride(level) - 1;
    const index = (value: number): number =>
      Math.min(last, Math.max(0, Math.round((value + this.radius) / this.spacing(level))));
    return index(y) * (last + 1) + index(x);
  }

  /** Coordinates of nodes, m × 2. */
  points(level: number, nodes: ArrayLike<number>): Float32Array {
    const stride = this.stride(level);
    const points = new Float32Array(2 * nodes.length);
    for (let k = 0; k < nodes.length; k++) {
      const column = nodes[k]! % stride;
      points[2 * k] = this.coordinate(level, column);
      points[2 * k + 1] = this.coordinate(level, (nodes[k]! - column) / stride);
    }
    return points;
  }

  /** The nodes of the next level at and around nodes of this one, each once. */
  refined(level: number, nodes: Iterable<number>): Int32Array {
    const stride = this.stride(level);
    const finer = this.stride(level + 1);
    const found = new Set<number>();
    for (const node of nodes) {
      const column = node % stride;
      const row = (node - column) / stride;
      for (let y = Math.max(0, 2 * row - 1); y <= Math.min(finer - 1, 2 * row + 1); y++) {
        for (let x = Math.max(0, 2 * column - 1); x <= Math.min(finer - 1, 2 * column + 1); x++) {
          found.add(y * finer + x);
        }
      }
    }
    return Int32Array.from(found);
  }
}

/** Half a side at least: the prior has 1e-6 of its mass outside. */
const PRIOR_RADIUS = 5;

/** Spacing of level 0, as far as the number of nodes allows. */
const SPACING = 0.16;
const FEWEST = 64;
const MOST = 96;

/**
 * A lattice that holds the prior and all posteriors, out to 5σ.
 * @throws RangeError where a centre or a width is not finite
 */
export function latticeAround({ mu, sigma }: PlanarPosteriors): Lattice {
  let radius = PRIOR_RADIUS;
  for (let i = 0; i < mu.length; i++) {
    const reach = Math.abs(mu[i]!) + 5 * sigma[i]!;
    if (!Number.isFinite(reach))
      throw new RangeError(`The code of image ${i >> 1} is not finite: ${mu[i]} ± ${sigma[i]}`);
    radius = Math.max(radius, reach);
  }
  return new Lattice(radius, Math.min(MOST, Math.max(FEWEST, Math.ceil((2 * radius) / SPACING))));
}
