import type { Frame } from '../worker/protocol';

/**
 * Tells frames of different posteriors apart: two of the same parameters give the same, and the first of them stands for
 * the run.
 */
export const momentOf = ({ step, noiseScale, plane: { axes, mu, sigma } }: Frame): string =>
  [step, noiseScale, axes, mu[0], mu[1], sigma[0], sigma[1]].join();

/**
 * Whether a frame is what the reader waits for: where the model trains, one of a step that has been taken. What is not part
 * of the picture is fetched from then on, so that the figure moves sooner.
 */
export const isUnderWay = ({ step, training }: Pick<Frame, 'step' | 'training'>): boolean => step > 0 || !training;
