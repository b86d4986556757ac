import type { OutlineMark } from '../../draw/outline';
import { paintFocus } from '../../draw/plane/marks';
import { outlineReach } from '../../math/family';
import type { Frame } from '../../worker/frameProtocol';
import type { PlaneLayer } from './layer';
import { outlineMark } from './outlineMark';

/** The one posterior that the pointer is on. */
export const focusLayer = (group: SVGGElement): PlaneLayer => ({
  parts: ['frame', 'focus', 'scales'],
  paint: ({ frame, focus, scales }) => paintFocus(group, frame === null ? null : markOf(frame, focus), scales),
  dispose: () => group.remove(),
});

/** @returns null for no image, and for one that the frame does not show */
function markOf({ plane, stride, noiseScale }: Frame, index: number): OutlineMark | null {
  const i = index / stride;
  return i < 0 || 2 * i >= plane.mu.length ? null : outlineMark(plane, i, outlineReach(plane.family, 1, noiseScale));
}
