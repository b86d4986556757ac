import { paintFrame } from '../../draw/plane/frame';
import type { PlaneLayer } from './layer';

/** Axes, the origin and the prior's circles. */
export const furnitureLayer = (group: SVGGElement): PlaneLayer => ({
  parts: ['scales'],
  paint: ({ scales }) => paintFrame(group, scales),
  dispose: () => group.remove(),
});
