import type { Frame } from '../worker/protocol';

/**
 * Tells frames of different posteriors apart: two of the same parameters give the same, and the first of them stands for
 * the run.
 */
export const momentOf = ({ step, noiseScale, plane: { axes, mu, sigma } }: Frame): string =>
  [step, noiseScale, axes, mu[0], mu[1], sigma[0], sigma[1]].join();
