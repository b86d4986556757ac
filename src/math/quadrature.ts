import { logNormalInterval, normalCdf } from './normal';

/**
 * A square of the code plane, [−radius, radius]², in size × size equal cells. Fields on it are row-major: index
 * `row * size + column` with column along z₀ and row along z₁, both ascending.
 */
export interface Grid {
  /** Cells a side. */
  readonly size: number;
  /** Half the side of the square, in units of the code. */
  readonly radius: number;
}

/** Side of a cell. */
export function cellSide(grid: Grid): number {
  return (2 * grid.radius) / grid.size;
}

/** Coordinate of the midpoint of column (or row) i. */
export function cellMidpoint(grid: Grid, i: number): number {
  return (i + 0.5) * cellSide(grid) - grid.radius;
}

/**
 * A grid that holds the prior and all of the aggregated posterior: radius is the largest |mu| + 5·sigma on any axis,
 * and at least 5. mu and sigma are N × 2, row-major. Codes that are not finite give a radius that is not.
 */
export function gridAround(mu: ArrayLike<number>, sigma: ArrayLike<number>, size = 200): Grid {
  let radius = 5;
  for (let i = 0; i < mu.length; i++) radius = Math.max(radius, Math.abs(mu[i]!) + 5 * sigma[i]!);
  return { size, radius };
}

/** Standard deviations after which a Gaussian is cut off: 2e-9 of its mass an axis lies beyond. */
const CUT = 6;

/** In sides of a cell: a narrower Gaussian is a point, as the rounding of the cells' edges would split it wrongly. */
const POINT = 1e-9;

/** The mass of one Gaussian in each cell of one axis. */
class AxisMasses {
  /** Zero outside first … last. */
  readonly masses: Float64Array;
  first = 0;
  /** Below `first` where the Gaussian does not reach the grid. */
  last = -1;

  constructor(private readonly grid: Grid) {
    this.masses = new Float64Array(grid.size);
  }

  set(mu: number, sigma: number): void {
    const { masses } = this;
    const { size, radius } = this.grid;
    const side = cellSide(this.grid);
    this.clear();
    if (!(sigma > POINT * side)) {
      if (!(Math.abs(mu) <= radius)) return;
      this.first = Math.min(size - 1, Math.floor((mu + radius) / side));
      this.last = this.first;
      masses[this.first] = 1;
      return;
    }
    this.first = Math.max(0, Math.floor((mu - CUT * sigma + radius) / side));
    this.last = Math.min(size - 1, Math.floor((mu + CUT * sigma + radius) / side));
    let below = normalCdf((this.first * side - radius - mu) / sigma);
    for (let i = this.first; i <= this.last; i++) {
      const above = normalCdf(((i + 1) * side - radius - mu) / sigma);
      masses[i] = above - below;
      below = above;
    }
  }

  clear(): void {
    this.masses.fill(0);
    this.first = this.grid.size;
    this.last = -1;
  }
}

/** Cells first … last; none where last < first. */
interface Span {
  readonly first: number;
  readonly last: number;
}

function spanLength({ first, last }: Span): number {
  return Math.max(0, last - first + 1);
}

function spanAround(spans: readonly Span[]): Span {
  return {
    first: Math.min(...spans.map(({ first }) => first)),
    last: Math.max(...spans.map(({ last }) => last)),
  };
}

/** out[row, column] += weight · rows[row] · columns[column]. */
function addProduct(out: Float64Array, size: number, weight: number, rows: AxisMasses, columns: AxisMasses): void {
  const { masses, first, last } = columns;
  for (let row = rows.first; row <= rows.last; row++) {
    const share = weight * rows.masses[row]!;
    const base = row * size;
    for (let column = first; column <= last; column++) out[base + column]! += share * masses[column]!;
  }
}

/** Four products at once over the cells that hold them all: one read and one write of `out` for four terms. */
function addFourProducts(
  out: Float64Array,
  size: number,
  weight: number,
  rows: readonly AxisMasses[],
  columns: readonly AxisMasses[],
): void {
  const [r0, r1, r2, r3] = [rows[0]!.masses, rows[1]!.masses, rows[2]!.masses, rows[3]!.masses];
  const [c0, c1, c2, c3] = [columns[0]!.masses, columns[1]!.masses, columns[2]!.masses, columns[3]!.masses];
  const down = spanAround(rows);
  const { first, last } = spanAround(columns);
  for (let row = down.first; row <= down.last; row++) {
    const s0 = weight * r0[row]!;
    const s1 = weight * r1[row]!;
    const s2 = weight * r2[row]!;
    const s3 = weight * r3[row]!;
    const base = row * size;
    for (let column = first; column <= last; column++) {
      out[base + column]! += s0 * c0[column]! + s1 * c1[column]! + s2 * c2[column]! + s3 * c3[column]!;
    }
  }
}

/**
 * The aggregated posterior q̄(z) = (1/N) Σ N(z; muᵢ, diag sigmaᵢ²), averaged over each cell: the exact mass of every
 * Gaussian in the cell (products of differences of Φ, cut at 6σ) over the cell's area. Unlike samples at the
 * midpoints, its total is right for any sigma, 0 included, however narrow the ellipses are beside a cell; a narrow
 * ellipse is smeared over its cell instead of being missed or counted many times over.
 *
 * @param mu N × 2, row-major
 * @param sigma N × 2, row-major, ≥ 0
 * @param out size × size densities, overwritten
 */
export function aggregatedPosterior(
  mu: ArrayLike<number>,
  sigma: ArrayLike<number>,
  grid: Grid,
  out = new Float64Array(grid.size * grid.size),
): Float64Array {
  const n = mu.length / 2;
  const weight = 1 / (n * cellSide(grid) ** 2);
  const columns = [0, 1, 2, 3].map(() => new AxisMasses(grid));
  const rows = [0, 1, 2, 3].map(() => new AxisMasses(grid));
  out.fill(0);
  for (let i = 0; i < n; i += 4) {
    let alone = 0;
    for (let k = 0; k < 4; k++) {
      const at = 2 * (i + k);
      if (i + k < n) {
        columns[k]!.set(mu[at]!, sigma[at]!);
        rows[k]!.set(mu[at + 1]!, sigma[at + 1]!);
      } else {
        columns[k]!.clear();
        rows[k]!.clear();
      }
      alone += spanLength(columns[k]!) * spanLength(rows[k]!);
    }
    const together = spanLength(spanAround(columns)) * spanLength(spanAround(rows));
    // Wide ellipses overlap and gain from being added together, up to twofold; small ones, far apart, would mostly add
    // zeros. A cell of four terms takes about twice as long as a cell of one.
    if (2 * together < alone) addFourProducts(out, grid.size, weight, rows, columns);
    else for (let k = 0; k < 4; k++) addProduct(out, grid.size, weight, rows[k]!, columns[k]!);
  }
  return out;
}

/** ∫ of a density over the grid, Σ q ΔA: 1 for an aggregated posterior that the grid holds, less what it cuts off. */
export function gridMass(density: ArrayLike<number>, grid: Grid): number {
  let sum = 0;
  for (let i = 0; i < density.length; i++) sum += density[i]!;
  return sum * cellSide(grid) ** 2;
}

/** ln of the standard normal's mass in each cell of one axis; the prior's mass in a cell is the product of two. */
export function logPriorMasses(grid: Grid): Float64Array {
  const side = cellSide(grid);
  return Float64Array.from({ length: grid.size }, (_, i) => {
    const from = i * side - grid.radius;
    return logNormalInterval(from, from + side);
  });
}
