/**
 * Whether none of the values is NaN or infinite. Parameters are millions, looked at while they are trained: `every` with a
 * callback takes six times as long.
 */
export function allFinite(values: Float32Array | Float64Array): boolean {
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (value - value !== 0) return false;
  }
  return true;
}
