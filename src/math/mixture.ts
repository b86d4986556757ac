import { ellipseOf } from './ellipse';

/** Standard deviations after which a Gaussian is cut off: 3e-7 of its mass lies beyond. */
const CUT = 5.5;

/**
 * The least width, as a share of the square that holds all of them: a narrower Gaussian, a point too, is given this
 * width, so that places and widths keep their digits. Codes that are nearer to each other than that count as equal.
 */
const NARROWEST = 2 ** -38;

/** The longest semi-axis over the shortest, after scaling: a longer ellipse is made wider. */
const LONGEST = 512;

/** Room around the square, as a share of its side, for what was made wider. */
const ROOM = 2 ** -20;

/** Gaussians that are set up between two rests: less than two milliseconds. */
const SLICE = 8192;

/** A square by its midpoint and half its side. */
export interface Square {
  readonly x: number;
  readonly y: number;
  readonly half: number;
}

/**
 * The mixture (1/N) Σ N(μᵢ, Σᵢ) on the plane, moved and scaled along each axis so that all of it lies in the unit square
 * and its Gaussians are as wide as they are high in the geometric mean. Otherwise codes of one axis, or of an axis that
 * the model does not use, would be long needles. Mutual information is the same in either frame.
 *
 * The density of Gaussian i, 1/N included, is peak·exp(−½(u² + v²)) with v = rise·(y − yᵢ) and
 * u = run·(x − xᵢ − shear·(y − yᵢ)).
 */
export class Mixture {
  readonly n: number;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly run: Float64Array;
  readonly rise: Float64Array;
  readonly shear: Float64Array;
  readonly peak: Float64Array;
  /** (1/N) Σ E[ln(peakᵢ·exp(−½(u² + v²)))] over each Gaussian itself, where −½(u² + v²) is −1 on average. */
  meanLog = 0;
  /** The shorter semi-axis of the 1σ contour, and the unit vector along it. */
  readonly shortest: Float64Array;
  private readonly acrossX: Float64Array;
  private readonly acrossY: Float64Array;
  /** Half the sides of the box around the contour at the cut. */
  private readonly reachX: Float64Array;
  private readonly reachY: Float64Array;

  private constructor(n: number) {
    this.n = n;
    const make = (): Float64Array => new Float64Array(n);
    [this.x, this.y, this.run, this.rise, this.shear, this.peak] = [make(), make(), make(), make(), make(), make()];
    [this.shortest, this.acrossX, this.acrossY, this.reachX, this.reachY] = [make(), make(), make(), make(), make()];
  }

  /**
   * @param mu N × 2, row-major, finite
   * @param sigma N × 2, standard deviations of the axes, ≥ 0, finite
   * @param correlation N, in [−1, 1]; null where all are 0
   */
  static *of(
    mu: ArrayLike<number>,
    sigma: ArrayLike<number>,
    correlation: ArrayLike<number> | null,
  ): Generator<void, Mixture> {
    const mixture = new Mixture(mu.length / 2);
    const toX = scaling(mu, sigma, 0);
    yield;
    const toY = scaling(mu, sigma, 1);
    const side = Math.max(toX.length, toY.length) * (1 + 2 * ROOM) || 1;
    for (let i = 0; i < mixture.n; i++) {
      if (i % SLICE === 0) yield;
      mixture.x[i] = ROOM + (mu[2 * i]! - toX.from) / (toX.unit * side);
      mixture.y[i] = ROOM + (mu[2 * i + 1]! - toY.from) / (toY.unit * side);
      const rho = correlation === null ? 0 : correlation[i]!;
      mixture.setShape(i, sigma[2 * i]! / (toX.unit * side), sigma[2 * i + 1]! / (toY.unit * side), rho);
    }
    return mixture;
  }

  private setShape(i: number, sigmaX: number, sigmaY: number, correlation: number): void {
    const shape = ellipseOf(sigmaX, sigmaY, correlation, NARROWEST, LONGEST);
    this.run[i] = shape.run;
    this.rise[i] = shape.rise;
    this.shear[i] = shape.shear;
    this.peak[i] = 1 / (2 * Math.PI * shape.area * this.n);
    this.meanLog += (Math.log(this.peak[i]!) - 1) / this.n;
    this.shortest[i] = shape.shortest;
    this.acrossX[i] = shape.acrossX;
    this.acrossY[i] = shape.acrossY;
    this.reachX[i] = CUT * shape.sigmaX;
    this.reachY[i] = CUT * shape.sigmaY;
  }

  /** Whether Gaussian i may reach a square: false only where its contour at the cut does not. */
  reaches(i: number, { x, y, half }: Square): boolean {
    const dx = this.x[i]! - x;
    const dy = this.y[i]! - y;
    if (Math.abs(dx) > half + this.reachX[i]! || Math.abs(dy) > half + this.reachY[i]!) return false;
    const [ax, ay] = [this.acrossX[i]!, this.acrossY[i]!];
    return Math.abs(dx * ax + dy * ay) <= CUT * this.shortest[i]! + half * (Math.abs(ax) + Math.abs(ay));
  }

  /** Whether Gaussian i lies within a square, up to its contour at the cut. */
  isInside(i: number, { x, y, half }: Square): boolean {
    return Math.abs(this.x[i]! - x) + this.reachX[i]! <= half && Math.abs(this.y[i]! - y) + this.reachY[i]! <= half;
  }
}

/** The interval of one axis that holds all contours at the cut, in the unit in which the geometric mean of σ is 1. */
function scaling(
  mu: ArrayLike<number>,
  sigma: ArrayLike<number>,
  axis: number,
): { readonly from: number; readonly unit: number; readonly length: number } {
  let [from, to, logs, count] = [Infinity, -Infinity, 0, 0];
  for (let at = axis; at < mu.length; at += 2) {
    from = Math.min(from, mu[at]! - CUT * sigma[at]!);
    to = Math.max(to, mu[at]! + CUT * sigma[at]!);
    if (!(sigma[at]! > 0)) continue;
    logs += Math.log(sigma[at]!);
    count += 1;
  }
  const unit = count > 0 ? Math.exp(logs / count) : 1;
  return { from, unit, length: (to - from) / unit };
}
