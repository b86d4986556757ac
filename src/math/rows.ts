/** Tables of numbers, row-major. */

/** The rows of the given numbers, one after another. */
export function rowsAt(values: Float32Array, width: number, indices: Uint32Array): Float32Array {
  const rows = new Float32Array(indices.length * width);
  indices.forEach((index, k) => {
    rows.set(values.subarray(index * width, (index + 1) * width), k * width);
  });
  return rows;
}

/** Σ f(value) over each row. */
export function rowSums(rows: Float32Array | Float64Array, width: number, f: (value: number) => number): Float64Array {
  const sums = new Float64Array(rows.length / width);
  for (let i = 0; i < sums.length; i++) {
    let sum = 0;
    for (let k = i * width; k < (i + 1) * width; k++) sum += f(rows[k]!);
    sums[i] = sum;
  }
  return sums;
}

/** Tables of the same width as one, one below the other. @param kind of their numbers */
export function stacked<T extends Float32Array | Uint32Array | Uint8Array<ArrayBuffer>>(
  parts: readonly T[],
  kind: new (length: number) => T,
): T {
  const whole = new kind(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
