import type { Frame } from '../worker/frameProtocol';

/**
 * Tells frames apart of which surveys say different things: two of the same parameters, s, likelihood, σ̃ and regulariser
 * give the same, and the first posterior stands for the parameters.
 */
export const momentOf = (frame: Frame): string => {
  const { step, noiseScale, likelihood, sigmaX, regulariser, plane } = frame;
  const { axes, mu, sigma } = plane;
  return [step, noiseScale, likelihood, sigmaX, regulariser, axes, mu[0], mu[1], sigma[0], sigma[1]].join();
};

/**
 * Whether a frame is what the reader waits for: where the model trains, one of a step that has been taken. What is not part
 * of the picture is fetched from then on, so that the figure moves sooner.
 */
export const isUnderWay = ({ step, training }: Pick<Frame, 'step' | 'training'>): boolean => step > 0 || !training;
