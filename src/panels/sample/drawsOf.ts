import { drawCodes } from '../../math/draws';
import { createRandom } from '../../math/random';
import type { Selected } from '../../state/selection';
import type { Frame } from '../../worker/frameProtocol';
import type { Sample } from '../sampleOf';

/** Codes that are drawn from a posterior to be looked at. */
export const DRAWS = 8;

/** Eight codes from a posterior, m × d: the same ones, seen from its centre, in every frame. */
export const drawsOf = ({ posteriors, row }: Sample, { index, draw }: Selected, noiseScale: number): Float32Array =>
  drawCodes(posteriors, row, noiseScale, DRAWS, createRandom(index, draw));

/** Under which frames are asked to decode them. */
export const drawsKey = ({ index, draw }: Selected): string => `draws ${index} ${draw}`;

/**
 * Those that a frame has decoded: drawn from the posterior of the frame before, which was known when it was asked for.
 * @returns null where it has none of these
 */
export function drawnIn({ view }: Frame, selected: Selected): Float32Array | null {
  const asked = view.requests[drawsKey(selected)];
  return asked?.kind === 'codes' && asked.codes.length > 0 ? asked.codes : null;
}
