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
