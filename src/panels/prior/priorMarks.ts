import { normalCodes } from '../../math/draws';
import { outlineReach } from '../../math/family';
import { pointsOn } from '../../math/planar';
import { firstAround } from '../../math/priorSamples';
import { createRandom } from '../../math/random';
import type { Frame } from '../../worker/frameProtocol';

/** Codes that are drawn from the prior to be looked at. */
export const PRIOR_DRAWS = 16;

/** Of all draws; which ones they are is their stream. */
const SEED = 0;

/** One code drawn from the prior, on the plane. */
export interface PriorMark {
  /** d numbers. */
  readonly code: readonly number[];
  readonly x: number;
  readonly y: number;
  /** Whether the 2σ outline of some posterior on the plane holds it; null where there are no posteriors. */
  readonly isReached: boolean | null;
}

/** The codes of a draw, count × d: the same ones for every model of as many axes. */
export const priorCodes = (draw: number, latent: number): Float32Array =>
  normalCodes(PRIOR_DRAWS, latent, createRandom(SEED, draw));

/** Marks of frames that several panels show. */
const found = new WeakMap<Frame, { readonly draw: number; readonly marks: readonly PriorMark[] }>();

/** The codes of a draw among the posteriors of a frame. */
export function priorMarks(frame: Frame, draw: number): readonly PriorMark[] {
  const known = found.get(frame);
  if (known?.draw === draw) return known.marks;
  const { plane, latent, noiseScale } = frame;
  const n = plane.mu.length / 2;
  const reach = outlineReach(plane.family, 2, noiseScale);
  const codes = priorCodes(draw, latent);
  const marks = pointsOn(codes, latent, plane.axes).map(([x, y], k) => ({
    code: [...codes.subarray(k * latent, (k + 1) * latent)],
    x,
    y,
    isReached: n === 0 ? null : firstAround(plane, reach, x, y) < n,
  }));
  found.set(frame, { draw, marks });
  return marks;
}
