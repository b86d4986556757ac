import { drawCodes } from '../../math/draws';
import { createRandom } from '../../math/random';
import type { Selected } from '../../state/selection';
import type { Sample } from '../sampleOf';

/** Codes that are drawn from a posterior to be looked at. */
export const DRAWS = 8;

/** Eight codes from a posterior, m × d: the same ones, seen from its centre, in every frame. */
export const drawsOf = ({ posteriors, row }: Sample, { index, draw }: Selected, noiseScale: number): Float32Array =>
  drawCodes(posteriors, row, noiseScale, DRAWS, createRandom(index, draw));
