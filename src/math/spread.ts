/**
 * Picks points that lie far from each other: each is the one that is farthest from those before it (Gonzalez 1985,
 * Clustering to minimize the maximum intercluster distance). Of equal distances the first in order is taken.
 * @param points n × 2
 * @param first where to begin; the point nearest to the origin where it is null
 * @returns the places of `count` points, or of all where there are fewer
 */
export function spreadOut(points: Float32Array, count: number, first: number | null): number[] {
  const n = points.length / 2;
  const from = (i: number, x: number, y: number): number => Math.hypot(points[2 * i]! - x, points[2 * i + 1]! - y);
  const origin = Float64Array.from({ length: n }, (_, i) => -from(i, 0, 0));
  /** To the nearest of those that are picked; negative of those themselves, so that none is picked twice. */
  const distances = new Float64Array(n).fill(Number.POSITIVE_INFINITY);
  const picked: number[] = [];
  while (picked.length < Math.min(count, n)) {
    const next = picked.length === 0 ? (first ?? largest(origin)) : largest(distances);
    picked.push(next);
    for (let i = 0; i < n; i++) {
      distances[i] = Math.min(distances[i]!, from(i, points[2 * next]!, points[2 * next + 1]!));
    }
    distances[next] = -1;
  }
  return picked;
}

function largest(values: Float64Array): number {
  let best = 0;
  for (let i = 1; i < values.length; i++) if (values[i]! > values[best]!) best = i;
  return best;
}
