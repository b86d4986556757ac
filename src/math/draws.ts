import { type Posteriors, triangleRow, unitNoise } from './posterior';
import type { Random } from './random';

/**
 * z = μ + s·L·ε, d numbers.
 * @param i whose posterior
 * @param noiseScale s
 * @param noise ε, d numbers
 */
export function reparameterised(
  posteriors: Posteriors,
  i: number,
  noiseScale: number,
  noise: ArrayLike<number>,
): Float32Array {
  const { latent, mu } = posteriors;
  return Float32Array.from({ length: latent }, (_, axis) => {
    const row = triangleRow(posteriors, latent, i, axis);
    return mu[i * latent + axis]! + noiseScale * row.reduce((sum, entry, k) => sum + entry * noise[k]!, 0);
  });
}

/**
 * Codes as they are sampled in training.
 * @param i whose posterior
 * @param noiseScale s
 * @returns count × d
 */
export function drawCodes(
  posteriors: Posteriors,
  i: number,
  noiseScale: number,
  count: number,
  random: Random,
): Float32Array {
  const { family, latent } = posteriors;
  const codes = new Float32Array(count * latent);
  for (let k = 0; k < count; k++) {
    const noise = Array.from({ length: latent }, () => unitNoise(family, random));
    codes.set(reparameterised(posteriors, i, noiseScale, noise), k * latent);
  }
  return codes;
}

/** Codes drawn from the prior N(0, I), count × d. */
export const normalCodes = (count: number, d: number, random: Random): Float32Array =>
  Float32Array.from({ length: count * d }, () => random.normal());
