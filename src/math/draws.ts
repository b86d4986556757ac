import { type Posteriors, triangleRow, unitNoise } from './posterior';
import type { Random } from './random';

/**
 * Codes as they are sampled in training, z = μ + s·L·ε.
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
  const { family, latent, mu } = posteriors;
  const rows = Array.from({ length: latent }, (_, axis) => triangleRow(posteriors, latent, i, axis));
  const codes = new Float32Array(count * latent);
  for (let k = 0; k < count; k++) {
    const noise = Array.from({ length: latent }, () => unitNoise(family, random));
    for (const [axis, row] of rows.entries()) {
      const step = row.reduce((sum, entry, j) => sum + entry * noise[j]!, 0);
      codes[k * latent + axis] = mu[i * latent + axis]! + noiseScale * step;
    }
  }
  return codes;
}

/** Codes drawn from the prior N(0, I), count × d. */
export const normalCodes = (count: number, d: number, random: Random): Float32Array =>
  Float32Array.from({ length: count * d }, () => random.normal());
