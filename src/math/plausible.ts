import { type Decoding, decodeAll } from './decoding';
import { type Estimate, estimate } from './estimate';
import { distancesToNearest } from './imageDistance';
import type { PriorSamples } from './priorSamples';
import { quantile } from './quantile';
import type { Random } from './random';
import { rowsAt } from './rows';

/** What decodes are compared with. */
export interface Reference {
  /** N × D. */
  readonly images: Float32Array;
  /** D. */
  readonly pixels: number;
  /** ‖x − m(μ(x))‖ of images of the data, any number ≥ 1: how well the model does where it was trained. */
  readonly reconstructionDistances: ArrayLike<number>;
}

/** How many of some decodes are plausible. */
export interface PlausibleShare {
  readonly plausible: number;
  readonly count: number;
}

/** A code that no posterior reaches on the plane and whose decode resembles no image. */
export interface ImplausibleGap {
  /** d numbers. */
  readonly code: readonly number[];
  /** Where it is on the plane. */
  readonly x: number;
  readonly y: number;
  /** Of its decode to the nearest image. */
  readonly distance: number;
}

/** What decodes of prior samples are like. */
export interface Plausibility {
  /** Distance to the nearest image up to which a decode is plausible. */
  readonly threshold: number;
  /** Of samples inside of some 2σ outline on the plane. */
  readonly inside: PlausibleShare;
  /** Of samples that no posterior reaches. */
  readonly outside: PlausibleShare;
  /** Plausible share of decodes drawn from the prior, with the standard error of that many draws. */
  readonly completeness: Estimate;
  /** Spread out, the most central first. */
  readonly gaps: readonly ImplausibleGap[];
  /** With how many images the decodes were compared; fewer than all call fewer decodes plausible. */
  readonly compared: number;
}

/** Of the data's own reconstruction distances. */
const PERCENTILE = 0.95;

/** Multiplications at most: a second of one core. */
const OPERATIONS = 1e9;

/** Gaps that are listed are this far from each other, */
const APART = 0.5;
/** and no more than this. */
const LISTED = 8;

/**
 * Decodes prior samples and asks of each whether it is plausible: no farther from the nearest image of the data than
 * the 95th percentile of the data's reconstruction distances. Asks for means.
 * @param random draws the images to compare with where the budget does not allow all, m · N · D multiplications
 */
export function* plausibility(
  samples: PriorSamples,
  reference: Reference,
  random: Random,
  operations = OPERATIONS,
): Decoding<Plausibility> {
  const { latent, codes, points, inside } = samples;
  const { pixels } = reference;
  const decoded = yield* decodeAll(codes, pixels, latent);
  const affordable = Math.max(1, Math.floor(operations / decoded.length));
  const images = someOf(reference.images, pixels, affordable, random);
  yield undefined;
  const distances = yield* distancesToNearest(decoded, images, pixels);
  const threshold = quantile(reference.reconstructionDistances, PERCENTILE);
  const plausible = Array.from(distances, (distance) => distance <= threshold);
  const share = (side: 0 | 1): PlausibleShare => {
    const there = plausible.filter((_, k) => inside[k] === side);
    return { plausible: there.filter(Boolean).length, count: there.length };
  };
  const gaps = Array.from(distances, (distance, k) => {
    const [x, y] = points[k]!;
    return { code: [...codes.subarray(k * latent, (k + 1) * latent)], x, y, distance };
  });
  return {
    threshold,
    inside: share(1),
    outside: share(0),
    completeness: estimate(plausible.map(Number), Number.POSITIVE_INFINITY),
    gaps: spreadOut(gaps.filter((_, k) => inside[k] === 0 && !plausible[k])),
    compared: images.length / pixels,
  };
}

/** The images themselves, or so many of them, drawn without replacement. */
function someOf(images: Float32Array, pixels: number, count: number, random: Random): Float32Array {
  const n = images.length / pixels;
  if (count >= n) return images;
  const order = Uint32Array.from({ length: n }, (_, i) => i);
  random.shuffle(order);
  return rowsAt(images, pixels, order.subarray(0, count));
}

/** From the middle outwards, each that is not near to one that is listed. */
function spreadOut(gaps: readonly ImplausibleGap[]): ImplausibleGap[] {
  const listed: ImplausibleGap[] = [];
  for (const gap of gaps.toSorted((a, b) => Math.hypot(a.x, a.y) - Math.hypot(b.x, b.y))) {
    if (listed.length === LISTED) break;
    if (listed.every(({ x, y }) => Math.hypot(x - gap.x, y - gap.y) >= APART)) listed.push(gap);
  }
  return listed;
}
