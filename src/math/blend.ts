import { BOX_REACH } from './family';
import type { PlanarPosteriors } from './posterior';

/** The images whose samples may be at one place of the plane. */
export interface Blend {
  /** Of each image, n numbers that add up to 1. */
  readonly shares: Float64Array;
  /** exp of the entropy of the shares: 1 where the place is one image's own, n where n images have it in equal shares. */
  readonly images: number;
}

/**
 * What a place z is to the images whose samples z = μ + s·L·ε may be there: wᵢ = q(z|xᵢ) / Σⱼ q(z|xⱼ). The mean of the
 * images in these shares is E[x|z], which is the best that any decoder can give there, under every likelihood that we have.
 * @param s share of the posteriors that samples use
 * @param without images that are left out: those that the decoder is not trained on
 * @returns null where no sample can be there: of points, without noise, and outside of all boxes
 */
export function blendAt(
  { family, mu, sigma, correlation }: PlanarPosteriors,
  s: number,
  [x, y]: readonly [x: number, y: number],
  without: readonly number[] = [],
): Blend | null {
  if (family === 'point' || s === 0) return null;
  const n = mu.length / 2;
  const logs = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const u = (x - mu[2 * i]!) / (s * sigma[2 * i]!);
    const v = (y - mu[2 * i + 1]!) / (s * sigma[2 * i + 1]!);
    const rest = 1 - (correlation === null ? 0 : correlation[i]!) ** 2;
    const size = Math.log(sigma[2 * i]! * sigma[2 * i + 1]!) + 0.5 * Math.log(rest);
    if (family === 'box') logs[i] = Math.max(Math.abs(u), Math.abs(v)) <= BOX_REACH ? -size : Number.NEGATIVE_INFINITY;
    else logs[i] = -size - (u * u - 2 * (correlation?.[i] ?? 0) * u * v + v * v) / (2 * rest);
  }
  for (const i of without) logs[i] = Number.NEGATIVE_INFINITY;
  return fromLogs(logs);
}

/** @param logs of densities, as far as they differ; used up */
function fromLogs(logs: Float64Array): Blend | null {
  const most = logs.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  if (!Number.isFinite(most)) return null;
  let sum = 0;
  for (let i = 0; i < logs.length; i++) {
    logs[i] = Math.exp(logs[i]! - most);
    sum += logs[i]!;
  }
  let entropy = 0;
  for (let i = 0; i < logs.length; i++) {
    logs[i] = logs[i]! / sum;
    if (logs[i]! > 0) entropy -= logs[i]! * Math.log(logs[i]!);
  }
  return { shares: logs, images: Math.exp(entropy) };
}

/** Shares below this are nothing that can be seen in the mean. */
const LEAST = 1e-5;

/**
 * The mean of images in these shares, as many numbers as an image has pixels.
 * @param pixels all images, one a row
 * @param stride which rows: every so many from the first on
 */
export function meanImage(shares: Float64Array, pixels: Float32Array, inputs: number, stride = 1): Float32Array {
  const mean = new Float64Array(inputs);
  let left = 0;
  for (let i = 0; i < shares.length; i++) {
    const share = shares[i]!;
    if (share < LEAST) continue;
    left += share;
    const from = i * stride * inputs;
    for (let k = 0; k < inputs; k++) mean[k]! += share * pixels[from + k]!;
  }
  return Float32Array.from(mean, (value) => value / left);
}
