import type { PlanarPosteriors } from '../../src/math/posterior';
import type { Random } from '../../src/math/random';
import { type Decoder, linearDecoder } from './decoders';

/** A symmetric matrix [[a, b], [b, c]]. */
export type Symmetric = readonly [a: number, b: number, c: number];

export const determinant = ([a, b, c]: Symmetric): number => a * c - b * b;

export function inverse([a, b, c]: Symmetric): Symmetric {
  const all = determinant([a, b, c]);
  return [c / all, -b / all, a / all];
}

const form = ([a, b, c]: Symmetric, x: number, y: number): number => a * x * x + 2 * b * x * y + c * y * y;

/** The model x = W·z + b + σ̃·ε with z ~ N(0, I), of which everything is Gaussian (Bishop, PRML 2006, 2.3.3). */
export interface LinearGaussian {
  readonly decode: Decoder;
  readonly sigmaX: number;
  readonly pixels: number;
  /** An image from the model at a code. */
  image(x: number, y: number, random: Random): Float32Array;
  /** p(z|x) = N(mean, precision⁻¹), and ln p(x). */
  exact(image: Float32Array): { mean: [number, number]; precision: Symmetric; logEvidence: number };
}

/**
 * @param widths roots of the eigenvalues of p(z|x)'s covariance, each below 1
 * @param turn its angle to the axes
 */
export function linearGaussian(
  random: Random,
  pixels: number,
  sigmaX: number,
  widths: readonly [number, number],
  turn: number,
): LinearGaussian {
  // Orthonormal columns u and v of D numbers; W = σ̃·(u·α, v·γ)·Rᵀ has WᵀW/σ̃² = R·diag(α², γ²)·Rᵀ = cov⁻¹ − I.
  const normals = (): Float64Array => Float64Array.from({ length: pixels }, () => random.normal());
  const unit = (values: Float64Array): Float64Array => {
    const length = Math.hypot(...values);
    return values.map((value) => value / length);
  };
  const u = unit(normals());
  const raw = normals();
  const along = raw.reduce((sum, value, i) => sum + value * u[i]!, 0);
  const v = unit(raw.map((value, i) => value - along * u[i]!));
  const [alpha, gamma] = widths.map((width) => sigmaX * Math.sqrt(width ** -2 - 1)) as [number, number];
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const [wx, wy] = [[cos, -sin] as const, [sin, cos] as const].map(([p, q]) =>
    Array.from(u, (_, i) => p * alpha * u[i]! + q * gamma * v[i]!),
  ) as [number[], number[]];
  const bias = Array.from(normals(), (value) => 0.5 + 0.1 * value);
  const decode = linearDecoder([wx, wy], bias);
  return {
    decode,
    sigmaX,
    pixels,
    image: (x, y, noise) => decode(Float32Array.of(x, y)).map((value) => value + sigmaX * noise.normal()),
    exact(image) {
      let [tx, ty, xx, xy, yy, rest] = [0, 0, 1, 0, 1, 0];
      for (let i = 0; i < pixels; i++) {
        const [p, q] = [wx[i]! / sigmaX, wy[i]! / sigmaX];
        const t = (image[i]! - bias[i]!) / sigmaX;
        tx += p * t;
        ty += q * t;
        xx += p * p;
        xy += p * q;
        yy += q * q;
        rest += t * t;
      }
      const precision: Symmetric = [xx, xy, yy];
      const covariance = inverse(precision);
      const mean: [number, number] = [covariance[0] * tx + covariance[1] * ty, covariance[1] * tx + covariance[2] * ty];
      const logEvidence =
        -0.5 * (pixels * Math.log(2 * Math.PI * sigmaX ** 2) + Math.log(determinant(precision))) -
        0.5 * (rest - form(precision, ...mean));
      return { mean, precision, logEvidence };
    },
  };
}

/** Posteriors of one image. */
export function onePosterior(
  family: PlanarPosteriors['family'],
  mu: readonly [number, number],
  [a, b, c]: Symmetric,
): PlanarPosteriors {
  const sigma = [Math.sqrt(a), Math.sqrt(c)] as const;
  return {
    family,
    mu: Float32Array.from(mu),
    sigma: Float32Array.from(sigma),
    correlation: family === 'full' ? Float32Array.of(b / (sigma[0] * sigma[1])) : null,
  };
}

/**
 * KL(q ‖ N(mean, precision⁻¹)) of a q of the given centre and covariance: −H(q) + ln 2π − ½ ln det precision
 * + ½(tr(precision·cov) + (centre − mean)ᵀ precision (centre − mean)), where H of a Gaussian is 1 + ln 2π + ½ ln det cov
 * and of a box the logarithm of its area, 12·σ₀·σ₁.
 */
export function klToGaussian(
  family: PlanarPosteriors['family'],
  centre: readonly [number, number],
  covariance: Symmetric,
  mean: readonly [number, number],
  precision: Symmetric,
): number {
  const entropy =
    family === 'box'
      ? Math.log(12 * Math.sqrt(covariance[0] * covariance[2]))
      : 1 + Math.log(2 * Math.PI) + 0.5 * Math.log(determinant(covariance));
  const trace = precision[0] * covariance[0] + 2 * precision[1] * covariance[1] + precision[2] * covariance[2];
  const away = form(precision, centre[0] - mean[0], centre[1] - mean[1]);
  return -entropy + Math.log(2 * Math.PI) - 0.5 * Math.log(determinant(precision)) + 0.5 * (trace + away);
}

/** KL(q ‖ N(0, I)). */
export const klToPrior = (
  family: PlanarPosteriors['family'],
  centre: readonly [number, number],
  covariance: Symmetric,
): number => klToGaussian(family, centre, covariance, [0, 0], [1, 0, 1]);
