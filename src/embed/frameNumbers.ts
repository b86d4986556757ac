import type { Frame } from '../worker/frameProtocol';
import type { FrameNumbers } from './messages';

/**
 * What a page is told of a frame.
 * @param model its place in a sweep; null of what is no sweep
 */
export function frameNumbers(frame: Frame, model: number | null = null): FrameNumbers {
  const { step, epoch, stepsPerSecond, beta, noiseScale, circleCoverage } = frame;
  const losses = frame.restLosses ?? frame.losses;
  return {
    step,
    epoch,
    stepsPerSecond,
    beta,
    noiseScale,
    loss: losses?.total ?? null,
    reconstruction: losses?.reconstruction ?? null,
    regulariser: losses?.regulariser ?? null,
    circleCoverage,
    ...(model !== null && { model }),
  };
}
