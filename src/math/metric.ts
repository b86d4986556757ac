/**
 * What the decoder's Jacobian says of the code space: how far an image moves for a small step of the code (Arvanitidis
 * et al., Latent Space Oddity, 2018). Metrics are n × k × k, row-major and symmetric.
 */
import { bandIndex, factorise, solveFactorised } from './cholesky';
import { jacobian, nodesFor } from './jacobian';
import type { PlaneAxes } from './planar';

/**
 * G = JᵀJ of each of n points: ‖dm‖² = dzᵀ G dz. Of the images of fisher.ts it is the Fisher metric.
 * @param derivatives n × k × D of `jacobian`
 */
export function metrics(derivatives: Float32Array, n: number, k: number): Float64Array {
  const D = derivatives.length / (n * k);
  const all = new Float64Array(n * k * k);
  for (let point = 0; point < n; point++) {
    for (let i = 0; i < k; i++) {
      for (let j = 0; j <= i; j++) {
        const [a, b] = [(point * k + i) * D, (point * k + j) * D];
        let sum = 0;
        for (let pixel = 0; pixel < D; pixel++) sum += derivatives[a + pixel]! * derivatives[b + pixel]!;
        all[point * k * k + i * k + j] = sum;
        all[point * k * k + j * k + i] = sum;
      }
    }
  }
  return all;
}

/** Codes that are decoded at once: some 2 ms of a model of 784 pixels. */
const CODES = 128;

/**
 * The metrics of any number of points, a batch at a time: yields codes to decode, 2kn′ × k, and is sent the images
 * that they give.
 * @param points n × k
 */
export function* metricsAt(points: Float32Array, k: number): Generator<Float32Array, Float64Array, Float32Array> {
  const all = new Float64Array(points.length * k);
  const batch = k * Math.max(1, Math.floor(CODES / (2 * k)));
  for (let from = 0; from < points.length; from += batch) {
    const part = points.subarray(from, from + batch);
    const nodes = nodesFor(part, k);
    const images = yield nodes;
    all.set(metrics(jacobian(nodes, images, k), part.length / k, k), from * k);
  }
  return all;
}

/** √det G of each point: the area (k = 2; length, volume) of images that one unit of the code space makes. ≥ 0. */
export function magnifications(all: Float64Array, k: number): Float64Array {
  return Float64Array.from({ length: all.length / (k * k) }, (_, point) => {
    const factor = band(all, point, k);
    if (!factorise(factor, k - 1)) return 0;
    let product = 1;
    for (let i = 0; i < k; i++) product *= factor[bandIndex(i, i, k - 1)]!;
    return product;
  });
}

/** The lower triangle of one metric, in the form of cholesky.ts, plus `diagonal` times I, times `weight` itself. */
function band(all: Float64Array, point: number, k: number, weight = 1, diagonal = 0): Float64Array {
  const width = k - 1;
  const lower = new Float64Array(k * k);
  for (let i = 0; i < k; i++) {
    for (let j = 0; j <= i; j++) {
      lower[bandIndex(i, j, width)] = weight * all[point * k * k + i * k + j]! + (i === j ? diagonal : 0);
    }
  }
  return lower;
}

/** Ellipses on the plane in the form of posteriors: standard deviations n × 2, and n correlations. */
export interface PredictedEllipses {
  readonly sigma: Float32Array;
  readonly correlation: Float32Array;
}

/**
 * The ellipses that the decoder's curvature predicts, by Laplace's approximation: Σ(z) = (I + w·F(z))⁻¹, seen on two
 * axes. With w = 1 that is the true posterior where the decoder is nearly linear over the ellipse. What a posterior of
 * full covariance settles at when trained with β and s under the KL term has w = s²/β: its loss is ½s² tr(FΣ) +
 * β·½(tr Σ − ln det Σ). A diagonal posterior settles at σᵢ⁻² = 1 + w·Fᵢᵢ, which is the same where F is diagonal.
 * @param fisher metrics of codes of all d axes; an axis of the plane that is not there (−1) keeps the prior's σ = 1
 * @param weight w ≥ 0; +∞ gives points
 */
export function predictedEllipses(fisher: Float64Array, d: number, axes: PlaneAxes, weight = 1): PredictedEllipses {
  const n = fisher.length / (d * d);
  const sigma = new Float32Array(2 * n);
  const correlation = new Float32Array(n);
  if (weight === Infinity) return { sigma, correlation };
  const [x, y] = axes;
  for (let point = 0; point < n; point++) {
    const factor = band(fisher, point, d, weight, 1);
    // Positive definite whatever F is, unless F is not finite: then there is no ellipse.
    const known = factorise(factor, d - 1);
    /** One column of Σ. */
    const column = (axis: number): Float64Array => {
      const unit = new Float64Array(d);
      unit[axis] = 1;
      solveFactorised(factor, d - 1, unit);
      return known ? unit : unit.fill(Number.NaN);
    };
    const ofX = column(x);
    const [xx, xy, yy] = y < 0 ? [ofX[x]!, 0, 1] : [ofX[x]!, ofX[y]!, column(y)[y]!];
    sigma[2 * point] = Math.sqrt(xx);
    sigma[2 * point + 1] = Math.sqrt(yy);
    correlation[point] = xy / Math.sqrt(xx * yy);
  }
  return { sigma, correlation };
}
