/** How far two densities on one axis are apart: by numeric integral, and by the mean over draws. */
import { type AxisDensity, logDensity, reachOf, supportOf } from './axisDensity';
import { legendreRule } from './legendre';

/** Pieces of the interval that is integrated over, with a Gauss–Legendre rule each. */
const PIECES = 48;

const { nodes, weights } = legendreRule(8);

/** ∫ f over an interval; 0 of one that is empty. */
function integral([from, to]: readonly [number, number], f: (z: number) => number): number {
  if (!(to > from)) return 0;
  const width = (to - from) / PIECES;
  let sum = 0;
  for (let piece = 0; piece < PIECES; piece++) {
    nodes.forEach((node, k) => {
      sum += weights[k]! * f(from + width * (piece + node));
    });
  }
  return width * sum;
}

/** q ln(q/p) at z, what KL(q‖p) is the integral of: 0 where q is 0, +∞ where p alone is. */
export function divergenceAt(q: AxisDensity, p: AxisDensity, z: number): number {
  const logQ = logDensity(q, z);
  return logQ === Number.NEGATIVE_INFINITY ? 0 : Math.exp(logQ) * (logQ - logDensity(p, z));
}

/** KL(q‖p) = ∫ q ln(q/p), in nats; +∞ where p is 0 at places that q reaches. Error below 1e-9 for σ within a factor of 100. */
export function divergence(q: AxisDensity, p: AxisDensity): number {
  const [[from, to], [least, most]] = [supportOf(q), supportOf(p)];
  if (from < least || to > most) return Number.POSITIVE_INFINITY;
  return integral(reachOf(q), (z) => divergenceAt(q, p, z));
}

/**
 * The Bhattacharyya distance −ln ∫√(qp): the same both ways, and +∞ where the two do not overlap. Of normal densities what
 * lies outside of `reachOf` is left out: the error is below 1e-9 where the means are at most nine of the larger σ apart.
 */
export function bhattacharyya(q: AxisDensity, p: AxisDensity): number {
  const [[from, to], [least, most]] = [reachOf(q), reachOf(p)];
  const both = [Math.max(from, least), Math.min(to, most)] as const;
  return -Math.log(integral(both, (z) => Math.exp(0.5 * (logDensity(q, z) + logDensity(p, z)))));
}

/** The mean over the first `count` draws, and its standard error. */
export interface RunningMean {
  readonly count: number;
  readonly mean: number;
  /** NaN of one draw alone, and where the mean is infinite. */
  readonly standardError: number;
}

/**
 * KL(q‖p) as the mean of ln(q/p) over draws μ + σ·ε of q. It is +∞ from the first draw on at which p is 0.
 * @param eps draws of q's shape with mean 0 and variance 1
 * @param counts ascending, from 1 to as many as there are draws: after how many of them the mean is told
 */
export function estimatedDivergence(
  q: AxisDensity,
  p: AxisDensity,
  eps: ArrayLike<number>,
  counts: readonly number[],
): RunningMean[] {
  const unit = { ...q, mu: 0, sigma: 1 };
  // Welford's: a running mean and sum of squares about it.
  let [mean, squares, count] = [0, 0, 0];
  return counts.map((wanted) => {
    while (count < wanted) {
      // Of ε itself: μ + σ·ε is rounded, and may lie beside the edge of a box.
      const logQ = logDensity(unit, eps[count]!) - Math.log(q.sigma);
      const ratio = logQ - logDensity(p, q.mu + q.sigma * eps[count]!);
      count += 1;
      const from = ratio - mean;
      // Of what is infinite the differences are no numbers.
      mean = Number.isFinite(from) ? mean + from / count : Number.POSITIVE_INFINITY;
      squares += from * (ratio - mean);
    }
    return { count, mean, standardError: Math.sqrt(squares / (count * (count - 1))) };
  });
}
