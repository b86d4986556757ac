/** Averages along one axis of an image. */

/** For each target pixel along one axis: the source pixels it covers and their shares. */
export interface Taps {
  readonly size: number;
  /** size: first source pixel covered. */
  readonly first: Int32Array;
  /** size + 1: where the shares of each target pixel begin in `share`. */
  readonly offset: Int32Array;
  readonly share: Float64Array;
}

/** One line of pixels, `stride` apart, averaged by `taps`. */
export function average(
  source: Float32Array | Float64Array,
  sourceStart: number,
  sourceStride: number,
  taps: Taps,
  target: Float32Array | Float64Array,
  targetStart: number,
  targetStride: number,
): void {
  const { size, first, offset, share } = taps;
  for (let i = 0; i < size; i++) {
    let sum = 0;
    let at = sourceStart + first[i]! * sourceStride;
    for (let k = offset[i]!; k < offset[i + 1]!; k++) {
      sum += share[k]! * source[at]!;
      at += sourceStride;
    }
    target[targetStart + i * targetStride] = sum;
  }
}
