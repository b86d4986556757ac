import { type FocusMark, paintFocus } from '../../draw/plane/marks';
import type { Frame } from '../../worker/protocol';
import type { PlaneLayer } from './layer';

/** The one posterior that the pointer is on. */
export const focusLayer = (group: SVGGElement): PlaneLayer => ({
  parts: ['frame', 'focus', 'scales'],
  paint: ({ frame, focus, scales }) => paintFocus(group, frame === null ? null : markOf(frame, focus), scales),
  dispose: () => group.remove(),
});

/** @returns null for no image, and for one that the frame does not show */
function markOf({ plane: { mu, sigma }, stride, noiseScale }: Frame, index: number): FocusMark | null {
  const i = index / stride;
  if (i < 0 || 2 * i >= mu.length) return null;
  return { x: mu[2 * i]!, y: mu[2 * i + 1]!, a: noiseScale * sigma[2 * i]!, b: noiseScale * sigma[2 * i + 1]! };
}
