/** The posteriors that the decoder's curvature predicts, by Laplace's approximation. */
import { bandIndex, factorise, solveFactorised } from './cholesky';
import { lowerTriangle } from './metric';
import { lowerCount, type Posteriors, posteriorsOf } from './posterior';

/**
 * Σ(z) = (I + F(z))⁻¹ around each of n codes, of family `full`, to be seen on the plane by `onPlane`: the true posterior
 * where the decoder is nearly linear over the ellipse. NaN where F is not finite.
 * @param codes n × d
 * @param fisher metrics at the codes in images of fisher.ts, n × d × d
 */
export function predictedPosteriors(codes: Float32Array, fisher: Float64Array, d: number): Posteriors {
  const n = codes.length / d;
  const logVar = new Float32Array(n * d).fill(Number.NEGATIVE_INFINITY);
  const below = lowerCount(d);
  const lower = new Float32Array(n * below);
  for (let point = 0; point < n; point++) {
    const triangle = inverseFactor(lowerTriangle(fisher, point, d, 1, 1), d);
    for (let i = 0; i < d; i++) {
      logVar[point * d + i] = 2 * Math.log(triangle[bandIndex(i, i, d - 1)]!);
      for (let j = 0; j < i; j++) lower[point * below + lowerCount(i) + j] = triangle[bandIndex(i, j, d - 1)]!;
    }
  }
  return posteriorsOf('full', d, { mu: codes, logVar, lower });
}

/** L of L·Lᵀ = P⁻¹, in the form of cholesky.ts, as P is; P is used up. */
function inverseFactor(precision: Float64Array, d: number): Float64Array {
  const width = d - 1;
  const covariance = new Float64Array(d * d);
  // I + F is positive definite unless F is not finite.
  if (!factorise(precision, width)) return covariance.fill(Number.NaN);
  for (let j = 0; j < d; j++) {
    const column = new Float64Array(d);
    column[j] = 1;
    solveFactorised(precision, width, column);
    for (let i = j; i < d; i++) covariance[bandIndex(i, j, width)] = column[i]!;
  }
  return factorise(covariance, width) ? covariance : covariance.fill(Number.NaN);
}
