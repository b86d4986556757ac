import { chiSquareTail } from './chiSquare';
import type { Sliced } from './decoding';
import { nearestDistances } from './neighbours';
import { quantile } from './quantile';
import { rowSums } from './rows';
import { whiten } from './whiten';

/** A code that is far from the others. */
export interface Outlier {
  /** Of the image. */
  readonly index: number;
  /** Distance from the middle of the cloud, in its standard deviations (Mahalanobis). */
  readonly radius: number;
  /** Distance to the nearest other centre, in medians of it. */
  readonly isolation: number;
  /** Whether its radius is beyond the 99.9 % point of χ²_d. */
  readonly far: boolean;
  /** Whether its nearest neighbour is over five medians away. */
  readonly alone: boolean;
}

/** All codes that are far from the others. */
export interface Outliers {
  readonly far: number;
  readonly alone: number;
  /** How many are far, alone or both. */
  readonly count: number;
  /** The first of them: those that are both, then by distance. */
  readonly listed: readonly Outlier[];
}

/** Share of a normal cloud that lies farther out than what counts as near. */
const FAR_TAIL = 0.001;

/** In medians of the distance to the nearest neighbour. */
const ALONE = 5;

/** Codes that are judged between two rests: about a millisecond. */
const SLICE = 8192;

/** How many outliers are listed. */
const LISTED = 100;

/**
 * Codes whose centre is beyond the 99.9 % point of χ²_d after whitening, or whose nearest neighbour is over five times
 * the median away. Of a normal cloud one in a thousand is far, and more are alone: centres thin out with the radius.
 * Where most centres coincide the median is 0, and none counts as alone.
 * @param mu n × d centres, finite
 */
export function* findOutliers(mu: Float32Array, d: number): Sliced<Outliers> {
  const radii = rowSums((yield* whiten(mu, d)).coordinates, d, (value) => value * value).map(Math.sqrt);
  yield undefined;
  const distances = yield* nearestDistances(mu, d);
  const median = distances.length > 0 ? quantile(distances, 0.5) : 0;
  yield undefined;
  const found: Outlier[] = [];
  for (const [index, radius] of radii.entries()) {
    if (index % SLICE === SLICE - 1) yield undefined;
    const isolation = median > 0 ? distances[index]! / median : 0;
    const far = chiSquareTail(radius * radius, d) < FAR_TAIL;
    const alone = isolation > ALONE;
    if (far || alone) found.push({ index, radius, isolation, far, alone });
  }
  yield undefined;
  found.sort((a, b) => Number(b.far && b.alone) - Number(a.far && a.alone) || b.radius - a.radius || a.index - b.index);
  return {
    far: found.filter(({ far }) => far).length,
    alone: found.filter(({ alone }) => alone).length,
    count: found.length,
    listed: found.slice(0, LISTED),
  };
}
