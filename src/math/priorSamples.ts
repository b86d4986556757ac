import type { Sliced } from './decoding';
import { normalCodes } from './draws';
import { outlineReach } from './family';
import { type PlaneAxes, pointsOn } from './planar';
import type { PlanarPosteriors } from './posterior';
import type { Random } from './random';

/** What kind of codes are drawn. */
interface Drawn {
  /** m. */
  readonly count: number;
  /** d. */
  readonly latent: number;
  /** Of the plane that the posteriors are seen on. */
  readonly axes: PlaneAxes;
}

/** Codes drawn from the prior, and whether some posterior reaches them on the plane. */
export interface PriorSamples {
  /** d, numbers of a code. */
  readonly latent: number;
  /** m × d. */
  readonly codes: Float32Array;
  /** Where they are on the plane. */
  readonly points: readonly (readonly [x: number, y: number])[];
  /** 1 where a code, seen on the plane, is inside the 2σ outline of at least one posterior, else 0: in a gap. */
  readonly inside: Uint8Array;
}

/** Tests of a code against an outline after which the search yields: some two milliseconds. */
const TESTS = 200_000;

/**
 * Draws m codes from N(0, I) in d dimensions and tests each, seen on the plane, against every 2σ outline: m · N tests at
 * most. A code of one axis lies at 0 on the other, as the centres do, so that its own axis alone decides.
 * @param noiseScale s, the share of its posterior that a sample uses; outlines are drawn at that scale
 */
export function* drawPrior(
  posteriors: PlanarPosteriors,
  noiseScale: number,
  { count, latent, axes }: Drawn,
  random: Random,
): Sliced<PriorSamples> {
  const codes = normalCodes(count, latent, random);
  const points = pointsOn(codes, latent, axes);
  const inside = new Uint8Array(count);
  const reach = outlineReach(posteriors.family, 2, noiseScale);
  const n = posteriors.mu.length / 2;
  let tests = 0;
  for (const [k, [x, y]] of points.entries()) {
    const i = firstAround(posteriors, reach, x, y);
    inside[k] = i < n ? 1 : 0;
    tests += i + 1;
    if (tests < TESTS) continue;
    tests = 0;
    yield undefined;
  }
  return { latent, codes, points, inside };
}

/**
 * The first posterior whose outline a point of the plane is inside of; the number of posteriors where there is none.
 * @param reach half extents of the outlines in standard deviations (`outlineReach`)
 */
export function firstAround(posteriors: PlanarPosteriors, reach: number, x: number, y: number): number {
  const n = posteriors.mu.length / 2;
  let i = 0;
  while (i < n && !isInside(posteriors, i, reach, x, y)) i++;
  return i;
}

/**
 * Whether a point is inside the outline of posterior i, whose half extents are `reach` standard deviations. Nothing is
 * inside a point, or a posterior without width.
 */
function isInside(posteriors: PlanarPosteriors, i: number, reach: number, x: number, y: number): boolean {
  const { family, mu, sigma, correlation } = posteriors;
  if (family === 'point') return false;
  const u = (x - mu[2 * i]!) / (reach * sigma[2 * i]!);
  const v = (y - mu[2 * i + 1]!) / (reach * sigma[2 * i + 1]!);
  if (family === 'box') return Math.max(Math.abs(u), Math.abs(v)) <= 1;
  const rho = correlation === null ? 0 : correlation[i]!;
  return u * u - 2 * rho * u * v + v * v <= 1 - rho * rho;
}
