/** The curve of least energy between two codes, as the decoder sees it, beside the straight line. */
import { bandIndex, factorise, solveFactorised } from './cholesky';
import type { Decoding } from './decoding';
import { pairDistances } from './imageDistance';
import { jacobian, nodesFor } from './jacobian';

export interface Geodesic {
  /** (segments + 1) × k codes from end to end, evenly spaced in image space. */
  readonly path: Float32Array;
  /** Length of its image, in units of the images that were sent. */
  readonly length: number;
  /** Length of the image of the straight line. */
  readonly straightLength: number;
  /** Whether it ended because no step promised to lower the energy by more than a share of 1e-6, not at a kink or too late. */
  readonly converged: boolean;
}

/** Codes to a segment where a length is measured, so that chords are nearly arcs: the error is that of 128 chords. */
const FINE = 4;
const SEGMENTS = 32;
const MOST_STEPS = 100;
/** A step that promises less than this share of the energy is not worth taking; float32 images move it by 1e-7. */
const PROMISE = 1e-6;
/** Damping of the first step, and where it is given up: steps are then far shorter than float32 codes resolve. */
const DAMPING = 1e-3;
const MOST_DAMPING = 1e6;

/**
 * Least energy Σ‖m(z_{k+1}) − m(z_k)‖² with the ends fixed, by Gauss–Newton with Levenberg–Marquardt's damping. The
 * normal equations are block-tridiagonal: a segment's residual depends on its two ends alone.
 *
 * It starts from the straight line, its points spaced evenly in image space: among all spacings of one curve that has
 * the least energy, L²/segments, and every step lowers it. So the curve is shorter than the line, but for what chords
 * are shorter than arcs; where it is not, the line is the answer. The minimum is local: on which side it passes an
 * obstacle is the line's choice.
 *
 * Yields codes to decode, M × k, at most 129 or 62·k of them with 32 segments, and is sent their images, M × D. The
 * caller may lift points of the plane to codes first (`lift` in planar.ts): the curve then stays on the plane. The
 * images may be those of fisher.ts: lengths are then in the Fisher metric.
 * @param from k coordinates
 * @param to k coordinates
 * @param segments of the path, at least 2
 * @param tell is called with the share of the search that is done, in [0, 1] and never falling (`Progress`)
 */
export function* geodesic(
  from: ArrayLike<number>,
  to: ArrayLike<number>,
  segments = SEGMENTS,
  tell: (share: number) => void = () => undefined,
): Decoding<Geodesic> {
  const k = from.length;
  const straight = yield* evenly(line(from, to, segments * FINE), k, segments);
  let path = straight.points;
  let images = yield path;
  let energy = energyOf(images, segments);
  let damping = DAMPING;
  let converged = false;
  let equations: NormalEquations | null = null;
  const progress = new Progress(tell);
  for (let tried = 0; tried < MOST_STEPS && damping <= MOST_DAMPING; tried++) {
    if (equations === null) {
      const nodes = nodesFor(path.subarray(k, segments * k), k);
      equations = normalEquations(jacobian(nodes, yield nodes, k), images, k, segments);
    }
    const { step, promise } = solve(equations, damping, k);
    progress.step(tried, damping <= 1 ? promise / energy : null);
    // Strong damping promises little anywhere.
    if (!(promise > PROMISE * energy)) {
      converged = damping <= 1;
      break;
    }
    const next = path.map((z, i) => z + (i < k || i >= segments * k ? 0 : step[i - k]!));
    const nextImages = yield next;
    const nextEnergy = energyOf(nextImages, segments);
    if (nextEnergy < energy) {
      [path, images, energy, equations] = [next, nextImages, nextEnergy, null];
      damping = Math.max(damping / 10, 1e-9);
    } else damping *= 10;
  }
  const curve = yield* evenly(refined(path, k), k, segments);
  const { points, length } = curve.length < straight.length ? curve : straight;
  return { path: points, length, straightLength: straight.length, converged };
}

/**
 * How much of a search is done. It ends where a step promises less than a share of 1e-6 of the energy, or after so many
 * steps: the share is how far the promise has come from its first to that, on a logarithmic scale, or how many of the steps
 * have been tried, whichever is more.
 */
class Progress {
  private first: number | null = null;
  private share = 0;

  constructor(private readonly tell: (share: number) => void) {}

  /** @param promised share of the energy that the next step would take away; null where damping holds it back */
  step(tried: number, promised: number | null): void {
    let share = tried / MOST_STEPS;
    if (promised !== null && promised > 0) {
      this.first ??= promised;
      const whole = Math.log(this.first / PROMISE);
      if (whole > 0) share = Math.max(share, Math.log(this.first / promised) / whole);
    }
    this.share = Math.min(1, Math.max(this.share, share));
    this.tell(this.share);
  }
}

/** steps + 1 points from one end to the other. */
function line(from: ArrayLike<number>, to: ArrayLike<number>, steps: number): Float32Array {
  const k = from.length;
  return Float32Array.from({ length: (steps + 1) * k }, (_, i) => {
    const t = Math.floor(i / k) / steps;
    return (1 - t) * from[i % k]! + t * to[i % k]!;
  });
}

/** The same polyline with FINE times as many segments. */
function refined(path: Float32Array, k: number): Float32Array {
  const steps = (path.length / k - 1) * FINE;
  return Float32Array.from({ length: (steps + 1) * k }, (_, i) => {
    const at = Math.floor(i / k) / FINE;
    const start = Math.min(Math.floor(at), path.length / k - 2);
    const t = at - start;
    return (1 - t) * path[start * k + (i % k)]! + t * path[(start + 1) * k + (i % k)]!;
  });
}

/** Points of a polyline, `segments` + 1 of them evenly spaced in image space, and the length of its image. */
function* evenly(fine: Float32Array, k: number, segments: number): Decoding<{ points: Float32Array; length: number }> {
  const chords = chordsOf(yield fine, fine.length / k - 1);
  const length = chords.reduce((sum, chord) => sum + chord, 0);
  // Where all images are alike, any spacing is even.
  const steps = length > 0 ? chords : chords.fill(1);
  const whole = length > 0 ? length : steps.length;
  const points = fine.slice(0, (segments + 1) * k);
  points.set(fine.subarray(-k), segments * k);
  let segment = 0;
  let passed = 0;
  for (let point = 1; point < segments; point++) {
    const wanted = (point / segments) * whole;
    while (segment < steps.length - 1 && passed + steps[segment]! < wanted) passed += steps[segment++]!;
    const t = Math.min(1, (wanted - passed) / Math.max(steps[segment]!, Number.MIN_VALUE));
    for (let axis = 0; axis < k; axis++) {
      const at = segment * k + axis;
      points[point * k + axis] = (1 - t) * fine[at]! + t * fine[at + k]!;
    }
  }
  return { points, length };
}

/** ‖m_{k+1} − m_k‖ of consecutive images. */
function chordsOf(images: Float32Array, segments: number): Float64Array {
  const D = images.length / (segments + 1);
  return pairDistances(images.subarray(0, -D), images.subarray(D), D);
}

function energyOf(images: Float32Array, segments: number): number {
  return chordsOf(images, segments).reduce((sum, chord) => sum + chord * chord, 0);
}

/** AᵀA and Aᵀr of the residuals' Jacobian A by the inner points; the matrix in the form of cholesky.ts. */
interface NormalEquations {
  readonly band: Float64Array;
  readonly gradient: Float64Array;
}

/** Residual s is m_{s+1} − m_s, so that point p meets its own Jacobian in residuals p − 1 (+) and p (−). */
function normalEquations(
  derivatives: Float32Array,
  images: Float32Array,
  k: number,
  segments: number,
): NormalEquations {
  const D = images.length / (segments + 1);
  const width = 2 * k - 1;
  const size = (segments - 1) * k;
  const band = new Float64Array(size * (width + 1));
  const gradient = new Float64Array(size);
  const dot = (a: number, b: number): number => {
    let sum = 0;
    for (let j = 0; j < D; j++) sum += derivatives[a * D + j]! * derivatives[b * D + j]!;
    return sum;
  };
  for (let i = 0; i < size; i++) {
    const point = Math.floor(i / k);
    for (let j = Math.max(0, (point - 1) * k); j <= i; j++) {
      band[bandIndex(i, j, width)] = Math.floor(j / k) === point ? 2 * dot(i, j) : -dot(i, j);
    }
    // The image before, the point's own, and the one after.
    let sum = 0;
    for (let j = 0, at = point * D; j < D; j++, at++) {
      sum += derivatives[i * D + j]! * (2 * images[at + D]! - images[at]! - images[at + 2 * D]!);
    }
    gradient[i] = sum;
  }
  return { band, gradient };
}

/**
 * The damped step, and by how much it would lower the energy if the decoder were linear.
 * Where the images do not move, their rows are zero: the mean of the diagonal keeps the matrix positive definite.
 */
function solve(
  { band, gradient }: NormalEquations,
  damping: number,
  k: number,
): { step: Float64Array; promise: number } {
  const width = 2 * k - 1;
  const damped = band.slice();
  const diagonal = gradient.map((_, i) => band[bandIndex(i, i, width)]!);
  const mean = diagonal.reduce((sum, value) => sum + value, 0) / diagonal.length;
  for (let i = 0; i < diagonal.length; i++) damped[bandIndex(i, i, width)]! += damping * (diagonal[i]! + mean);
  const step = gradient.map((g) => -g);
  if (!factorise(damped, width)) return { step: step.fill(0), promise: 0 };
  solveFactorised(damped, width, step);
  // −2 gᵀs − sᵀAᵀAs, with AᵀA s = −g − (damping)·s.
  const promise = step.reduce((sum, s, i) => sum - s * gradient[i]! + damping * (diagonal[i]! + mean) * s * s, 0);
  return { step, promise };
}
