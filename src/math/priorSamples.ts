import type { Sliced } from './decoding';
import { normalCodes } from './draws';
import { outlineReach, type PlanarPosteriors } from './posterior';
import type { Random } from './random';

/** Codes drawn from the prior on the plane, and whether some posterior reaches them. */
export interface PriorSamples {
  /** m × 2. */
  readonly codes: Float32Array;
  /** 1 where a code is inside the 2σ outline of at least one posterior, else 0: in a gap. */
  readonly inside: Uint8Array;
}

/** Tests of a code against an outline after which the search yields: some two milliseconds. */
const TESTS = 200_000;

/**
 * Draws m codes from N(0, I) and tests each against every 2σ outline, m · N tests at most.
 * @param noiseScale s, the share of its posterior that a sample uses; outlines are drawn at that scale
 */
export function* drawPrior(
  posteriors: PlanarPosteriors,
  noiseScale: number,
  m: number,
  random: Random,
): Sliced<PriorSamples> {
  const codes = normalCodes(m, 2, random);
  const inside = new Uint8Array(m);
  const reach = outlineReach(posteriors.family, 2, noiseScale);
  const n = posteriors.mu.length / 2;
  let tests = 0;
  for (let k = 0; k < m; k++) {
    const i = firstAround(posteriors, reach, codes[2 * k]!, codes[2 * k + 1]!);
    inside[k] = i < n ? 1 : 0;
    tests += i + 1;
    if (tests < TESTS) continue;
    tests = 0;
    yield undefined;
  }
  return { codes, inside };
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
