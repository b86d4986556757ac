import type { Sliced } from './decoding';

/** Points in a leaf of the tree at most. */
const LEAF = 12;

/** Points after which the search yields: some two milliseconds. */
const BATCH = 1000;

/**
 * Distance of every point to the nearest other one, by a k-d tree (Friedman, Bentley & Finkel 1977): about n log n steps
 * on few axes.
 * @param points n × d, row-major, finite
 * @returns n distances; ∞ for a point alone
 */
export function* nearestDistances(points: Float32Array, d: number): Sliced<Float64Array> {
  const n = points.length / d;
  const tree = yield* buildTree(points, d);
  const found = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    found[i] = Math.sqrt(nearestSquared(tree, i, 0, n, Number.POSITIVE_INFINITY));
    if (i % BATCH === BATCH - 1) yield undefined;
  }
  return found;
}

/**
 * Points from … to of `order` are one node of the tree. It is split at its middle, the point `order[middle]`, along the
 * axis `axes[middle]`: those before are not above it there, those after are not below.
 */
interface Tree {
  readonly points: Float32Array;
  readonly d: number;
  readonly order: Uint32Array;
  readonly axes: Uint8Array;
}

const middleOf = (from: number, to: number): number => (from + to) >> 1;

function* buildTree(points: Float32Array, d: number): Sliced<Tree> {
  const n = points.length / d;
  const order = Uint32Array.from({ length: n }, (_, i) => i);
  const axes = new Uint8Array(n);
  const open: [number, number][] = [[0, n]];
  let work = 0;
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const [from, to] = node;
    if (to - from <= LEAF) continue;
    const middle = middleOf(from, to);
    const axis = widestAxis(points, d, order, from, to);
    axes[middle] = axis;
    select(points, d, axis, order, from, to - 1, middle);
    open.push([from, middle], [middle + 1, to]);
    work += to - from;
    if (work < 20 * BATCH) continue;
    work = 0;
    yield undefined;
  }
  return { points, d, order, axes };
}

function widestAxis(points: Float32Array, d: number, order: Uint32Array, from: number, to: number): number {
  let best = 0;
  let widest = -1;
  for (let axis = 0; axis < d; axis++) {
    let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let k = from; k < to; k++) {
      const value = points[order[k]! * d + axis]!;
      if (value < low) low = value;
      if (value > high) high = value;
    }
    if (high - low > widest) [best, widest] = [axis, high - low];
  }
  return best;
}

/** Puts the point that belongs at place k of from … to there, smaller ones before and larger ones after (Hoare's quickselect). */
function select(
  points: Float32Array,
  d: number,
  axis: number,
  order: Uint32Array,
  from: number,
  to: number,
  k: number,
): void {
  const value = (place: number): number => points[order[place]! * d + axis]!;
  while (from < to) {
    const pivot = value(middleOf(from, to));
    let [i, j] = [from, to];
    while (i <= j) {
      while (value(i) < pivot) i++;
      while (value(j) > pivot) j--;
      if (i > j) break;
      const kept = order[i]!;
      order[i++] = order[j]!;
      order[j--] = kept;
    }
    if (k <= j) to = j;
    else if (k >= i) from = i;
    else return;
  }
}

/** Squared distance of point i to the nearest other point among from … to, or `best` where none is nearer. */
function nearestSquared(tree: Tree, i: number, from: number, to: number, best: number): number {
  const { points, d, order, axes } = tree;
  if (to - from <= LEAF) {
    for (let k = from; k < to; k++) best = Math.min(best, squaredTo(tree, i, order[k]!));
    return best;
  }
  const middle = middleOf(from, to);
  const split = order[middle]!;
  const axis = axes[middle]!;
  const apart = points[i * d + axis]! - points[split * d + axis]!;
  best = Math.min(best, squaredTo(tree, i, split));
  best = apart < 0 ? nearestSquared(tree, i, from, middle, best) : nearestSquared(tree, i, middle + 1, to, best);
  if (apart * apart >= best) return best;
  return apart < 0 ? nearestSquared(tree, i, middle + 1, to, best) : nearestSquared(tree, i, from, middle, best);
}

/** Of point i to itself: ∞. */
function squaredTo({ points, d }: Tree, i: number, j: number): number {
  if (i === j) return Number.POSITIVE_INFINITY;
  let squared = 0;
  for (let axis = 0; axis < d; axis++) squared += (points[i * d + axis]! - points[j * d + axis]!) ** 2;
  return squared;
}
