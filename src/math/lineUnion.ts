import type { Sliced } from './decoding';
import { normalCdf } from './normal';
import type { PlanarPosteriors } from './posterior';

/** What the outlines of codes of one axis cover together: disjoint intervals from the lowest on, low, high, low, high, … */
export type LineUnion = Float64Array;

/**
 * The union of the intervals μ ± reach·σ on the first axis of the plane, exactly. Points and NaN cover nothing.
 * @param reach half extents of the outlines in standard deviations (`outlineReach`)
 */
export const lineUnion = (posteriors: PlanarPosteriors, reach: number): LineUnion =>
  joined(ends(posteriors, reach, -1), ends(posteriors, reach, 1));

/** The same in slices. */
export function* lineUnionInSlices(posteriors: PlanarPosteriors, reach: number): Sliced<LineUnion> {
  const lows = ends(posteriors, reach, -1);
  yield undefined;
  const highs = ends(posteriors, reach, 1);
  yield undefined;
  return joined(lows, highs);
}

/** The prior's mass, in [0, 1], inside a union. */
export const priorMass = (union: LineUnion): number => total(union, (low, high) => normalCdf(high) - normalCdf(low));

/** The length of a union, in units of the axis. */
export const lengthOf = (union: LineUnion): number => total(union, (low, high) => high - low);

/** The share, in [0, 1], of the prior's 1σ interval, from −1 to 1, that is inside a union. */
export const unitShare = (union: LineUnion): number =>
  total(union, (low, high) => Math.max(0, Math.min(1, high) - Math.max(-1, low))) / 2;

/** The lower (−1) or the upper (1) ends of all intervals, in order. */
function ends({ family, mu, sigma }: PlanarPosteriors, reach: number, side: 1 | -1): Float64Array {
  const found = new Float64Array(mu.length / 2);
  let count = 0;
  for (let i = 0; i < mu.length; i += 2) {
    const half = reach * sigma[i]!;
    if (family !== 'point' && half > 0 && Number.isFinite(mu[i]!)) found[count++] = mu[i]! + side * half;
  }
  return found.subarray(0, count).sort();
}

/**
 * Intervals by their lower and their upper ends, each in order: a point is covered while more have begun than ended, so
 * that which end belongs to which interval does not matter.
 */
function joined(lows: Float64Array, highs: Float64Array): LineUnion {
  const union: number[] = [];
  for (let i = 0; i < lows.length; i++) {
    if (i === 0 || lows[i]! > highs[i - 1]!) union.push(lows[i]!);
    if (i === lows.length - 1 || lows[i + 1]! > highs[i]!) union.push(highs[i]!);
  }
  return Float64Array.from(union);
}

function total(union: LineUnion, of: (low: number, high: number) => number): number {
  let sum = 0;
  for (let i = 0; i < union.length; i += 2) sum += of(union[i]!, union[i + 1]!);
  return sum;
}
