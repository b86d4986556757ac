/** The posteriors that the decoder's curvature predicts, by Laplace's approximation. */
import { bandIndex, factorise, solveFactorised } from './cholesky';
import { lowerTriangle } from './metric';
import { lowerCount, type Posteriors, posteriorsOf } from './posterior';

/**
 * Σ(z) = (I + w·F(z))⁻¹ around each of n codes, of family `full` (`point` for w = ∞), to be seen on the plane by
 * `onPlane`. With w = 1 that is the true posterior where the decoder is nearly linear over the ellipse. What an encoder
 * of full covariance settles at, when trained with β and s under the KL term, has w = s²/β: it lowers
 * ½s² tr(FΣ) + β·½(tr Σ − ln det Σ). One of diagonal covariance settles at σᵢ⁻² = 1 + w·Fᵢᵢ, which is the same where F
 * is diagonal, and narrower elsewhere. NaN where F is not finite.
 * @param codes n × d
 * @param fisher metrics at the codes in images of fisher.ts, n × d × d
 * @param weight w ≥ 0
 */
export function predictedPosteriors(codes: Float32Array, fisher: Float64Array, d: number, weight = 1): Posteriors {
  const n = codes.length / d;
  const logVar = new Float32Array(n * d).fill(Number.NEGATIVE_INFINITY);
  if (weight === Infinity) return posteriorsOf('point', d, { mu: codes, logVar, lower: null });
  const below = lowerCount(d);
  const lower = new Float32Array(n * below);
  for (let point = 0; point < n; point++) {
    const triangle = inverseFactor(lowerTriangle(fisher, point, d, weight, 1), d);
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
  // I + w·F is positive definite unless F is not finite.
  if (!factorise(precision, width)) return covariance.fill(Number.NaN);
  for (let j = 0; j < d; j++) {
    const column = new Float64Array(d);
    column[j] = 1;
    solveFactorised(precision, width, column);
    for (let i = j; i < d; i++) covariance[bandIndex(i, j, width)] = column[i]!;
  }
  return factorise(covariance, width) ? covariance : covariance.fill(Number.NaN);
}
