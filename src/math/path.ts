/** Ways through the plane that are straight between their corners, and places on them by the share of their length. */

/** Corners of a way, n × 2, in their order. */
export type Corners = ArrayLike<number>;

type Point = readonly [x: number, y: number];

const cornerAt = (corners: Corners, i: number): Point => [corners[2 * i]!, corners[2 * i + 1]!];

/** How long the way is up to each of its corners, n. */
function lengthsTo(corners: Corners): Float64Array {
  const lengths = new Float64Array(corners.length / 2);
  for (let i = 1; i < lengths.length; i++) {
    const [x0, y0] = cornerAt(corners, i - 1);
    const [x1, y1] = cornerAt(corners, i);
    lengths[i] = lengths[i - 1]! + Math.hypot(x1 - x0, y1 - y0);
  }
  return lengths;
}

/** The length of a way, in latent units; 0 of fewer than two corners. */
export const pathLength = (corners: Corners): number => lengthsTo(corners).at(-1) ?? 0;

/** At which share of the length each corner is, n, from 0 to 1; in equal steps where all of them coincide. */
export function cornerShares(corners: Corners): Float64Array {
  const lengths = lengthsTo(corners);
  const total = lengths.at(-1) ?? 0;
  const last = Math.max(1, lengths.length - 1);
  return total > 0 ? lengths.map((length) => length / total) : lengths.map((_, i) => i / last);
}

/** The place at a length from the start, by the lengths to the corners. */
function placeAt(corners: Corners, lengths: Float64Array, length: number): Point {
  const last = lengths.length - 1;
  let i = 0;
  // The last corner that is not beyond; corners that coincide are passed all at once.
  while (i < last && lengths[i + 1]! <= length) i++;
  const [x0, y0] = cornerAt(corners, i);
  if (i === last) return [x0, y0];
  const [x1, y1] = cornerAt(corners, i + 1);
  const t = (length - lengths[i]!) / (lengths[i + 1]! - lengths[i]!);
  return [(1 - t) * x0 + t * x1, (1 - t) * y0 + t * y1];
}

/**
 * The place at a share of the length of a way.
 * @param corners at least one
 * @param share from 0, the first corner, to 1, the last
 */
export function pathAt(corners: Corners, share: number): Point {
  const lengths = lengthsTo(corners);
  return placeAt(corners, lengths, share * lengths.at(-1)!);
}

/**
 * Places at equal steps along a way, from its first corner to its last.
 * @param corners at least one
 * @param count at least two
 * @returns count × 2
 */
export function pathPoints(corners: Corners, count: number): Float64Array {
  const lengths = lengthsTo(corners);
  const points = new Float64Array(2 * count);
  for (let i = 0; i < count; i++) points.set(placeAt(corners, lengths, (i / (count - 1)) * lengths.at(-1)!), 2 * i);
  return points;
}

/** The share of the length at which a way is nearest to a place; the first such where there are several. */
export function nearestShare(corners: Corners, x: number, y: number): number {
  const lengths = lengthsTo(corners);
  const total = lengths.at(-1) ?? 0;
  if (total === 0) return 0;
  let nearest = { length: 0, squared: Number.POSITIVE_INFINITY };
  for (let i = 1; i < lengths.length; i++) {
    const [x0, y0] = cornerAt(corners, i - 1);
    const [x1, y1] = cornerAt(corners, i);
    const [dx, dy] = [x1 - x0, y1 - y0];
    const along = dx * dx + dy * dy;
    const t = along === 0 ? 0 : Math.min(1, Math.max(0, ((x - x0) * dx + (y - y0) * dy) / along));
    const squared = (x0 + t * dx - x) ** 2 + (y0 + t * dy - y) ** 2;
    if (squared < nearest.squared) nearest = { length: lengths[i - 1]! + t * (lengths[i]! - lengths[i - 1]!), squared };
  }
  return Math.min(1, nearest.length / total);
}
