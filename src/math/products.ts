/** Rows of numbers: `count` of them from row `first` on. */
export interface Rows {
  readonly values: Float32Array;
  readonly first: number;
  readonly count: number;
}

/**
 * Inner products of every row of `a` with every row of `b`: out[i·b.count + j] = aᵢ · bⱼ.
 *
 * Two rows by four at a time, so that six reads serve eight products. Where rows are left over, the last one is taken
 * again in place of those that are missing and written to its own place once more.
 * @param width numbers in a row
 */
export function innerProducts(a: Rows, b: Rows, width: number, out: Float64Array): void {
  const [x, y] = [a.values, b.values];
  const [lastA, lastB] = [a.count - 1, b.count - 1];
  for (let i = 0; i <= lastA; i += 2) {
    const i1 = Math.min(i + 1, lastA);
    const p0 = (a.first + i) * width;
    const p1 = (a.first + i1) * width;
    for (let j = 0; j <= lastB; j += 4) {
      const j1 = Math.min(j + 1, lastB);
      const j2 = Math.min(j + 2, lastB);
      const j3 = Math.min(j + 3, lastB);
      const q0 = (b.first + j) * width;
      const q1 = (b.first + j1) * width;
      const q2 = (b.first + j2) * width;
      const q3 = (b.first + j3) * width;
      let [s00, s01, s02, s03, s10, s11, s12, s13] = [0, 0, 0, 0, 0, 0, 0, 0];
      for (let k = 0; k < width; k++) {
        const x0 = x[p0 + k]!;
        const x1 = x[p1 + k]!;
        const y0 = y[q0 + k]!;
        const y1 = y[q1 + k]!;
        const y2 = y[q2 + k]!;
        const y3 = y[q3 + k]!;
        s00 += x0 * y0;
        s01 += x0 * y1;
        s02 += x0 * y2;
        s03 += x0 * y3;
        s10 += x1 * y0;
        s11 += x1 * y1;
        s12 += x1 * y2;
        s13 += x1 * y3;
      }
      const row0 = i * b.count;
      const row1 = i1 * b.count;
      out[row0 + j] = s00;
      out[row0 + j1] = s01;
      out[row0 + j2] = s02;
      out[row0 + j3] = s03;
      out[row1 + j] = s10;
      out[row1 + j1] = s11;
      out[row1 + j2] = s12;
      out[row1 + j3] = s13;
    }
  }
}

/** Inner product of row i of `a` with row j of `b`. */
export function innerProduct(a: Float32Array, i: number, b: Float32Array, j: number, width: number): number {
  const [p, q] = [i * width, j * width];
  let sum = 0;
  for (let k = 0; k < width; k++) sum += a[p + k]! * b[q + k]!;
  return sum;
}
