import type { Random } from '../random';

/** Normal noise, or some pixels black and as many white. */
export type NoiseKind = 'gaussian' | 'salt';

/**
 * Intensities with noise, still in [0, 1]. The same random numbers give the same noise, more of it with the amount.
 * @param amount standard deviation of `gaussian`; share of the pixels that `salt` takes, half of them 0, half of them 1
 */
export function noisy(pixels: Float32Array, kind: NoiseKind, amount: number, random: Random): Float32Array {
  if (amount === 0) return pixels;
  if (kind === 'gaussian') return pixels.map((value) => Math.min(1, Math.max(0, value + amount * random.normal())));
  return pixels.map((value) => {
    const [which, colour] = [random.uniform(), random.below(2)];
    return which < amount ? colour : value;
  });
}
