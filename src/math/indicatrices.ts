/**
 * Tissot's indicatrices of the decoder: around each point the ellipse of codes whose images differ from the point's by
 * one and the same amount c, {δ : δᵀ G δ = c²}, to first order.
 */
export interface Indicatrices {
  /** c, the distance of images that all of them stand for. */
  readonly change: number;
  /** Semi-axes c/√λ in units of the code, major ≥ minor; Infinity where the image does not change at all. */
  readonly major: Float64Array;
  readonly minor: Float64Array;
  /** Of the major axis with the first axis of the plane, in radians, in (−π/2, π/2]. */
  readonly angle: Float64Array;
}

/**
 * @param metrics n × 2 × 2
 * @param radius that the median of the ellipses is to have, √(major·minor), in units of the code: c follows from it
 */
export function indicatrices(metrics: Float64Array, radius: number): Indicatrices {
  const n = metrics.length / 4;
  const major = new Float64Array(n);
  const minor = new Float64Array(n);
  const angle = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const [xx, xy, yy] = [metrics[4 * i]!, metrics[4 * i + 1]!, metrics[4 * i + 3]!];
    const centre = (xx + yy) / 2;
    const away = Math.hypot((xx - yy) / 2, xy);
    const larger = centre + away;
    // The smaller eigenvalue as det over the larger: centre − away loses its digits where it is small.
    const smaller = larger > 0 ? Math.max(0, (xx * yy - xy * xy) / larger) : 0;
    major[i] = 1 / Math.sqrt(smaller);
    minor[i] = 1 / Math.sqrt(larger);
    // The major axis is that of the smaller eigenvalue: at right angles to the steepest.
    const steepest = Math.atan2(2 * xy, xx - yy) / 2;
    angle[i] = steepest > 0 ? steepest - Math.PI / 2 : steepest + Math.PI / 2;
  }
  const change = radius / medianFinite(major.map((a, i) => Math.sqrt(a * minor[i]!)));
  return { change, major: major.map((a) => change * a), minor: minor.map((a) => change * a), angle };
}

/** The median of the numbers that are finite; 1 where none is. */
function medianFinite(values: Float64Array): number {
  const finite = values.filter(Number.isFinite).sort();
  return finite.length === 0 ? 1 : finite[finite.length >> 1]!;
}
