import { paintDensity } from '../../draw/plane/density';
import { fieldLayer } from './field';
import type { PlaneLayer } from './layer';

/** The aggregated posterior. @param host an element that its canvas fills */
export const densityLayer = (host: HTMLElement): PlaneLayer =>
  fieldLayer(host, 'density', (canvas, field, { ink, dark }) => paintDensity(canvas, field, ink, dark));
