/**
 * What the decoder's Jacobian says of the code space: how far an image moves for a small step of the code (Arvanitidis
 * et al., Latent Space Oddity, 2018). Metrics are n × k × k, row-major and symmetric.
 */
import { bandIndex, factorise } from './cholesky';
import { jacobian, nodesFor } from './jacobian';

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
    const factor = lowerTriangle(all, point, k, 1, 0);
    if (!factorise(factor, k - 1)) return 0;
    let product = 1;
    for (let i = 0; i < k; i++) product *= factor[bandIndex(i, i, k - 1)]!;
    return product;
  });
}

/** `weight` times the metric of one point, plus `diagonal` times I: the lower triangle, in the form of cholesky.ts. */
export function lowerTriangle(
  all: Float64Array,
  point: number,
  k: number,
  weight: number,
  diagonal: number,
): Float64Array {
  const width = k - 1;
  const lower = new Float64Array(k * k);
  for (let i = 0; i < k; i++) {
    for (let j = 0; j <= i; j++) {
      lower[bandIndex(i, j, width)] = weight * all[point * k * k + i * k + j]! + (i === j ? diagonal : 0);
    }
  }
  return lower;
}
