/** Ways that are straight between their corners, and places on them by the share of their length. */

/** Corners of a way in their order, n × width: two numbers each on the plane, more of codes of more axes. */
export type Corners = ArrayLike<number>;

type Point = readonly [x: number, y: number];

const cornerAt = (corners: Corners, i: number): Point => [corners[2 * i]!, corners[2 * i + 1]!];

/** How long the way is up to each of its corners, n. */
function lengthsTo(corners: Corners, width: number): Float64Array {
  const lengths = new Float64Array(corners.length / width);
  for (let i = 1; i < lengths.length; i++) {
    const step = Array.from({ length: width }, (_, k) => corners[i * width + k]! - corners[(i - 1) * width + k]!);
    lengths[i] = lengths[i - 1]! + Math.hypot(...step);
  }
  return lengths;
}

/** The length of a way, in latent units; 0 of fewer than two corners. */
export const pathLength = (corners: Corners, width = 2): number => lengthsTo(corners, width).at(-1) ?? 0;

/** At which share of the length each corner is, n, from 0 to 1; in equal steps where all of them coincide. */
export function cornerShares(corners: Corners, width = 2): Float64Array {
  const lengths = lengthsTo(corners, width);
  const total = lengths.at(-1) ?? 0;
  const last = Math.max(1, lengths.length - 1);
  return total > 0 ? lengths.map((length) => length / total) : lengths.map((_, i) => i / last);
}

/** The place at a share, where the corners are at these shares: `width` numbers. */
function placeAt(corners: Corners, shares: Float64Array, share: number): number[] {
  const width = corners.length / shares.length;
  const last = shares.length - 1;
  let i = 0;
  // The last corner that is not beyond; corners that coincide are passed all at once.
  while (i < last && shares[i + 1]! <= share) i++;
  const t = i === last ? 0 : (share - shares[i]!) / (shares[i + 1]! - shares[i]!);
  return Array.from({ length: width }, (_, k) => {
    const from = corners[i * width + k]!;
    return i === last ? from : (1 - t) * from + t * corners[(i + 1) * width + k]!;
  });
}

/**
 * The place at a share of the length of a way.
 * @param corners at least one
 * @param share from 0, the first corner, to 1, the last
 * @param shares of the corners: of a way that is the plane's view of a longer one, that way's; n of them give the width
 */
export const pathAt = (corners: Corners, share: number, shares = cornerShares(corners)): number[] =>
  placeAt(corners, shares, share);

/**
 * Places at equal steps along a way, from its first corner to its last.
 * @param corners at least one
 * @param count at least two
 * @param shares as of `pathAt`
 * @returns count × width
 */
export function pathPoints(corners: Corners, count: number, shares = cornerShares(corners)): Float64Array {
  return Float64Array.from(Array.from({ length: count }, (_, i) => placeAt(corners, shares, i / (count - 1))).flat());
}

/**
 * The share of the length at which a way on the plane is nearest to a place; the first such where there are several.
 * @param shares as of `pathAt`
 */
export function nearestShare(corners: Corners, x: number, y: number, shares = cornerShares(corners)): number {
  let nearest = { share: 0, squared: Number.POSITIVE_INFINITY };
  for (let i = 1; i < shares.length; i++) {
    const [x0, y0] = cornerAt(corners, i - 1);
    const [x1, y1] = cornerAt(corners, i);
    const [dx, dy] = [x1 - x0, y1 - y0];
    const along = dx * dx + dy * dy;
    const t = along === 0 ? 0 : Math.min(1, Math.max(0, ((x - x0) * dx + (y - y0) * dy) / along));
    const squared = (x0 + t * dx - x) ** 2 + (y0 + t * dy - y) ** 2;
    if (squared < nearest.squared) nearest = { share: shares[i - 1]! + t * (shares[i]! - shares[i - 1]!), squared };
  }
  return Math.min(1, nearest.share);
}
