import { type Decoding, decodeAll } from './decoding';
import { normalCodes } from './draws';
import { pairDistances } from './imageDistance';
import type { PriorSamples } from './priorSamples';
import { quantile } from './quantile';
import type { Random } from './random';
import { rowSums } from './rows';

/** How far decodes move for a small step of the code, ‖Δm‖/‖Δz‖: distance of images per unit of the code. */
export interface Movement {
  /** At how many codes. */
  readonly count: number;
  readonly mean: number;
  readonly percentile95: number;
}

/** Movement where posteriors are, and where none is; null where there was no code to look at. */
export interface Continuity {
  readonly inside: Movement | null;
  readonly outside: Movement | null;
}

/** Length of a step: far below what decoders bend over, and far above the rounding of float32 means, 1e-6 an image. */
const STEP = 0.02;

/**
 * Finite differences of the decoder at prior samples, in a random direction of all axes at each, by a step from half
 * before to half behind. Two decodes a sample. Asks for means.
 * @param pixels D
 * @param random draws the directions
 */
export function* continuity(samples: PriorSamples, pixels: number, random: Random): Decoding<Continuity> {
  const { latent, codes, inside } = samples;
  // A normal direction is a uniform one.
  const directions = normalCodes(inside.length, latent, random);
  const lengths = rowSums(directions, latent, (value) => value * value).map(Math.sqrt);
  const offsets = directions.map((value, k) => (0.5 * STEP * value) / lengths[Math.floor(k / latent)]!);
  const before = codes.map((value, k) => value - offsets[k]!);
  const behind = codes.map((value, k) => value + offsets[k]!);
  // The step as it came out in float32, a millionth longer or shorter than it was meant.
  const steps = pairDistances(behind, before, latent);
  const moved = pairDistances(
    yield* decodeAll(behind, pixels, latent),
    yield* decodeAll(before, pixels, latent),
    pixels,
  );
  const speeds = moved.map((distance, k) => distance / steps[k]!);
  const of = (side: 0 | 1): Movement | null => movement(speeds.filter((_, k) => inside[k] === side));
  return { inside: of(1), outside: of(0) };
}

function movement(speeds: Float64Array): Movement | null {
  const count = speeds.length;
  if (count === 0) return null;
  const mean = speeds.reduce((sum, speed) => sum + speed / count, 0);
  return { count, mean, percentile95: quantile(speeds, 0.95) };
}
