import { paintCross } from '../../draw/plane/marks';
import type { PlaneLayer } from './layer';

/** The keyboard's pointer. */
export const crossLayer = (group: SVGGElement): PlaneLayer => ({
  parts: ['cross', 'scales'],
  paint: ({ cross, scales }) => paintCross(group, cross, scales),
  dispose: () => group.remove(),
});
