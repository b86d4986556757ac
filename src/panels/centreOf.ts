import type { Frame } from '../worker/frameProtocol';

/** A point of the plane. */
type Centre = readonly [x: number, y: number];

/**
 * Where the centre of an image is on the plane.
 * @param surveyed where it was when it was surveyed, for images that the frame leaves out
 */
export function centreOf({ plane: { mu }, stride }: Frame, index: number, surveyed: Centre): Centre {
  const row = index / stride;
  return Number.isInteger(row) && 2 * row < mu.length ? [mu[2 * row]!, mu[2 * row + 1]!] : surveyed;
}
