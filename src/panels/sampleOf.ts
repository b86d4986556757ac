import { onPlane, type PlanarPosteriors, type Posteriors } from '../math/posterior';
import type { Frame } from '../worker/frameProtocol';
import type { ImagePosterior } from '../worker/jobAnswers';

/** The posterior of one image among others. */
export interface Sample {
  readonly posteriors: Posteriors;
  readonly row: number;
}

/**
 * The posterior of an image, at the frame's own moment where the frame has it, else as it was surveyed last.
 * @returns null where neither has it
 */
export function sampleOf(frame: Frame, index: number, surveyed: ImagePosterior | null): Sample | null {
  const row = index / frame.stride;
  if (Number.isInteger(row) && row < frame.mu.length / frame.latent) return { posteriors: frame, row };
  return surveyed?.index === index ? { posteriors: surveyed.posteriors, row: 0 } : null;
}

/** What a sample's posterior is one of, on the axes of the plane that a frame shows. */
export const planarOf = ({ posteriors }: Sample, frame: Frame): PlanarPosteriors =>
  posteriors === frame ? frame.plane : onPlane(posteriors, frame.plane.axes);
