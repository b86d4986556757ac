import type { Measures } from '../../../src/worker/jobAnswers';
import { once } from '../../support/once';
import type { Claims } from '../claims';
import { measuresAfter } from '../modelOf';

/** The figure after the steps that the text says, with this σ from the first. */
const measuredAt = (noiseScale: number): (() => Promise<Measures>) =>
  once(() => measuresAfter('points-to-ellipses', 2000, { noiseScale }));
const [points, tenth, ellipses] = [measuredAt(0), measuredAt(0.1), measuredAt(1)];

export const claims: Claims = {
  points: async () => 100 * (await points()).coverage1,
  ellipses: async () => 100 * (await ellipses()).coverage1,
  tenth: async () => 100 * (await tenth()).coverage1,
  wide: async () => (await tenth()).meanSigma,
  usual: async () => (await ellipses()).meanSigma,
};
