/** Mean difference below which two faces are drawings of one. */
export const TWINS = 0.01;

/**
 * Mean difference of intensity between two rows of as many tiles: 1 is ink against paper everywhere.
 * @param levels grey levels of the tiles
 * @param enough where it is certain to be at least this much, it is not computed further
 */
export function difference(
  a: readonly Uint8Array[],
  b: readonly Uint8Array[],
  levels: number,
  enough = Number.POSITIVE_INFINITY,
): number {
  const size = a[0]!.length;
  const whole = (levels - 1) * a.length * size;
  let sum = 0;
  for (let t = 0; t < a.length && sum < enough * whole; t++) {
    const [one, other] = [a[t]!, b[t]!];
    for (let p = 0; p < size; p++) sum += Math.abs(one[p]! - other[p]!);
  }
  return sum / whole;
}
