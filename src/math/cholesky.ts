/**
 * Symmetric positive definite matrices with a band: row i holds the columns i − width … i of the lower triangle, so
 * that entry (i, j) is at `i * (width + 1) + j − i + width`. A full matrix of n rows has width n − 1; what lies left of
 * column 0 is never read.
 */

/** Index of entry (i, j) with i − width ≤ j ≤ i. */
export function bandIndex(i: number, j: number, width: number): number {
  return i * (width + 1) + j - i + width;
}

/**
 * Puts L of A = L·Lᵀ in the place of A. L has the same band.
 * @returns whether A is positive definite; if not, `band` is left half done
 */
export function factorise(band: Float64Array, width: number): boolean {
  const n = band.length / (width + 1);
  for (let i = 0; i < n; i++) {
    const first = Math.max(0, i - width);
    for (let j = first; j <= i; j++) {
      let sum = band[bandIndex(i, j, width)]!;
      for (let k = Math.max(first, j - width); k < j; k++) {
        sum -= band[bandIndex(i, k, width)]! * band[bandIndex(j, k, width)]!;
      }
      if (j < i) band[bandIndex(i, j, width)] = sum / band[bandIndex(j, j, width)]!;
      // Written so that NaN is not positive either.
      else if (!(sum > 0)) return false;
      else band[bandIndex(i, i, width)] = Math.sqrt(sum);
    }
  }
  return true;
}

/** Puts x of L·Lᵀ·x = b in the place of b, n numbers. */
export function solveFactorised(factor: Float64Array, width: number, b: Float64Array): void {
  const n = b.length;
  for (let i = 0; i < n; i++) {
    for (let j = Math.max(0, i - width); j < i; j++) b[i]! -= factor[bandIndex(i, j, width)]! * b[j]!;
    b[i]! /= factor[bandIndex(i, i, width)]!;
  }
  for (let i = n - 1; i >= 0; i--) {
    b[i]! /= factor[bandIndex(i, i, width)]!;
    for (let j = Math.max(0, i - width); j < i; j++) b[j]! -= factor[bandIndex(i, j, width)]! * b[i]!;
  }
}
