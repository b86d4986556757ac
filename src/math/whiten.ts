import type { Sliced } from './decoding';
import { eigenSymmetric } from './symmetric';

/** A cloud of points seen along its principal axes. */
export interface Whitened {
  /** Variances along the axes, over n, largest first. */
  readonly variances: Float64Array;
  /** n × d: distances from the mean along each axis, in standard deviations. 0 along axes on which nothing varies. */
  readonly coordinates: Float64Array;
}

/** An axis that varies less than this share of the first is rounding. */
const FLAT = 1e-12;

/** Multiplications between two rests: less than a millisecond. */
const SLICE = 200_000;

/**
 * The cloud moved, turned and stretched so that its mean is 0 and its covariance the identity. The length of a row is
 * the point's Mahalanobis distance.
 * @param points n × d, row-major, finite
 */
export function* whiten(points: ArrayLike<number>, d: number): Sliced<Whitened> {
  const n = points.length / d;
  /** Numbers of whole rows. */
  const slice = d * Math.ceil(SLICE / (d * d));
  const mean = new Float64Array(d);
  for (let at = 0; at < points.length; at++) {
    if (at % slice === slice - 1) yield undefined;
    mean[at % d]! += points[at]! / n;
  }
  const covariance = new Float64Array(d * d);
  for (let row = 0; row < points.length; row += d) {
    if (row % slice === 0) yield undefined;
    for (let j = 0; j < d; j++) {
      const deviation = (points[row + j]! - mean[j]!) / n;
      for (let k = 0; k < d; k++) covariance[j * d + k]! += deviation * (points[row + k]! - mean[k]!);
    }
  }
  const { values, vectors } = eigenSymmetric(covariance, d);
  const perUnit = values.map((variance) => (variance > FLAT * values[0]! ? 1 / Math.sqrt(variance) : 0));
  const coordinates = new Float64Array(points.length);
  for (let row = 0; row < points.length; row += d) {
    if (row % slice === 0) yield undefined;
    for (let axis = 0; axis < d; axis++) {
      let along = 0;
      for (let k = 0; k < d; k++) along += vectors[axis * d + k]! * (points[row + k]! - mean[k]!);
      coordinates[row + axis] = along * perUnit[axis]!;
    }
  }
  return { variances: values.map((variance) => Math.max(0, variance)), coordinates };
}
