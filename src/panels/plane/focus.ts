import type { OutlineMark } from '../../draw/outline';
import { paintFocus } from '../../draw/plane/marks';
import { outlineOf, outlineReach } from '../../math/posterior';
import type { Frame } from '../../worker/protocol';
import type { PlaneLayer } from './layer';

/** The one posterior that the pointer is on. */
export const focusLayer = (group: SVGGElement): PlaneLayer => ({
  parts: ['frame', 'focus', 'scales'],
  paint: ({ frame, focus, scales }) => paintFocus(group, frame === null ? null : markOf(frame, focus), scales),
  dispose: () => group.remove(),
});

/** @returns null for no image, and for one that the frame does not show */
function markOf({ plane, stride, noiseScale }: Frame, index: number): OutlineMark | null {
  const { family, mu, sigma, correlation } = plane;
  const i = index / stride;
  if (i < 0 || 2 * i >= mu.length) return null;
  const reach = outlineReach(family, 1, noiseScale);
  return {
    outline: outlineOf(family),
    x: mu[2 * i]!,
    y: mu[2 * i + 1]!,
    a: reach * sigma[2 * i]!,
    b: reach * sigma[2 * i + 1]!,
    rho: correlation?.[i] ?? 0,
  };
}
