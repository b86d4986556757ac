/** The eigenvalues of a small symmetric matrix, largest first, and its eigenvectors. */
export interface Eigen {
  readonly values: Float64Array;
  /** size × size, one unit eigenvector a row, in the order of the values. */
  readonly vectors: Float64Array;
}

/** Cyclic Jacobi converges quadratically: a matrix of ten rows takes about six sweeps. */
const SWEEPS = 50;

/**
 * Eigenvalues and eigenvectors by cyclic Jacobi rotations (Golub & Van Loan, Matrix Computations, §8.5), exact to
 * rounding also where eigenvalues are equal. Meant for some ten rows.
 * @param matrix size × size, symmetric, row-major
 */
export function eigenSymmetric(matrix: ArrayLike<number>, size: number): Eigen {
  const a = Float64Array.from(matrix);
  const vectors = new Float64Array(size * size);
  for (let i = 0; i < size; i++) vectors[i * size + i] = 1;
  for (let sweep = 0; sweep < SWEEPS && offDiagonal(a, size) > 0; sweep++) {
    for (let p = 0; p < size; p++) for (let q = p + 1; q < size; q++) rotate(a, vectors, size, p, q);
  }
  const order = Array.from({ length: size }, (_, i) => i).sort((i, j) => a[j * size + j]! - a[i * size + i]!);
  return {
    values: Float64Array.from(order, (i) => a[i * size + i]!),
    vectors: Float64Array.from(vectors, (_, at) => vectors[order[Math.floor(at / size)]! * size + (at % size)]!),
  };
}

/** Sum of the entries off the diagonal that are not negligible beside the diagonal's of their row and column. */
function offDiagonal(a: Float64Array, size: number): number {
  let sum = 0;
  for (let p = 0; p < size; p++) {
    for (let q = p + 1; q < size; q++) {
      const off = Math.abs(a[p * size + q]!);
      const beside = Math.sqrt(Math.abs(a[p * size + p]! * a[q * size + q]!));
      if (off > Number.EPSILON * beside) sum += off;
    }
  }
  return sum;
}

/** Rotates axes p and q so that entry (p, q) becomes 0. */
function rotate(a: Float64Array, vectors: Float64Array, size: number, p: number, q: number): void {
  const off = a[p * size + q]!;
  if (off === 0) return;
  const theta = (a[q * size + q]! - a[p * size + p]!) / (2 * off);
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(theta, 1));
  const cos = 1 / Math.hypot(t, 1);
  const sin = t * cos;
  const turn = (values: Float64Array, i: number, j: number): void => {
    const [x, y] = [values[i]!, values[j]!];
    values[i] = cos * x - sin * y;
    values[j] = sin * x + cos * y;
  };
  for (let k = 0; k < size; k++) turn(a, k * size + p, k * size + q);
  for (let k = 0; k < size; k++) {
    turn(a, p * size + k, q * size + k);
    turn(vectors, p * size + k, q * size + k);
  }
  a[p * size + q] = 0;
  a[q * size + p] = 0;
}
