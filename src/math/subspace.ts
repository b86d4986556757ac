/** Sets of k directions of D numbers, k × D, row-major, and the subspaces that they span. */
import { eigenSymmetric } from './symmetric';

/** All inner products of rows of one set with rows of another, k × k: entry (i, j) is aᵢ·bⱼ. */
export function gramMatrix(a: Float64Array, b: Float64Array, k: number): Float64Array {
  const D = a.length / k;
  return Float64Array.from({ length: k * k }, (_, at) => {
    const [i, j] = [Math.floor(at / k) * D, (at % k) * D];
    let sum = 0;
    for (let p = 0; p < D; p++) sum += a[i + p]! * b[j + p]!;
    return sum;
  });
}

/** W·rows: each row of the result is a sum of the given rows with the weights of one row of W, k × k. */
export function combine(weights: Float64Array, rows: Float64Array, k: number): Float64Array {
  const D = rows.length / k;
  const sums = new Float64Array(k * D);
  for (let i = 0; i < k; i++) {
    for (let j = 0; j < k; j++) {
      const weight = weights[i * k + j]!;
      for (let p = 0; p < D; p++) sums[i * D + p]! += weight * rows[j * D + p]!;
    }
  }
  return sums;
}

/** Below this share of a row's length, what is left outside of the rows before it is rounding. */
const DEPENDENT = 1e-10;

/**
 * Orthonormal rows with the same spans, first row first, by Gram–Schmidt, twice (Giraud et al. 2005: once more is enough).
 * @throws RangeError when a row depends on those before it
 */
export function orthonormal(rows: ArrayLike<number>, k: number): Float64Array {
  const found = Float64Array.from(rows);
  const D = found.length / k;
  for (let i = 0; i < k; i++) {
    const row = found.subarray(i * D, (i + 1) * D);
    const before = Math.hypot(...row);
    for (let pass = 0; pass < 2; pass++) {
      for (let j = 0; j < i; j++) {
        const other = found.subarray(j * D, (j + 1) * D);
        const along = row.reduce((sum, value, p) => sum + value * other[p]!, 0);
        for (let p = 0; p < D; p++) row[p]! -= along * other[p]!;
      }
    }
    const left = Math.hypot(...row);
    if (!(left > DEPENDENT * before)) throw new RangeError(`Direction ${i} of ${k} depends on those before it`);
    for (let p = 0; p < D; p++) row[p]! /= left;
  }
  return found;
}

/**
 * The largest principal angle between the spans of two sets of k directions, in radians, from 0 to π/2 (Björck & Golub
 * 1973): 0 where they are the same, π/2 where a direction of one is at right angles to all of the other. By its sine
 * and its cosine, so that small angles keep their digits.
 * @param a k × D, rows of any length
 * @param b k × D
 * @throws RangeError when the directions of a set depend on each other
 */
export function largestPrincipalAngle(a: ArrayLike<number>, b: ArrayLike<number>, k: number): number {
  const [p, q] = [orthonormal(a, k), orthonormal(b, k)];
  const cosines = gramMatrix(q, p, k);
  const inside = combine(cosines, p, k);
  const outside = q.map((value, at) => value - inside[at]!);
  const sine2 = eigenSymmetric(gramMatrix(outside, outside, k), k).values[0]!;
  const cosine2 = eigenSymmetric(gramMatrix(cosines, cosines, k), k).values[k - 1]!;
  return Math.atan2(Math.sqrt(Math.max(0, sine2)), Math.sqrt(Math.max(0, cosine2)));
}
