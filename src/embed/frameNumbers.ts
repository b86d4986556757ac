import type { Frame } from '../worker/protocol';
import type { FrameNumbers } from './messages';

/** What a page is told of a frame. */
export function frameNumbers(frame: Frame): FrameNumbers {
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
  };
}
