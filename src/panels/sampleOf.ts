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

/** Where the centre of a sample's posterior is, on the plane that a frame shows, and the whole of it. */
export function centreOfSample(
  sample: Sample,
  frame: Frame,
): { readonly x: number; readonly y: number; readonly code: readonly number[] } {
  const { posteriors, row } = sample;
  const { mu } = planarOf(sample, frame);
  const code = posteriors.mu.subarray(row * posteriors.latent, (row + 1) * posteriors.latent);
  return { x: mu[2 * row]!, y: mu[2 * row + 1]!, code: [...code] };
}
