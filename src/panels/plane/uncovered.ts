import { paintUncovered } from '../../draw/plane/uncovered';
import { fieldLayer } from './field';
import type { PlaneLayer } from './layer';

/** What of the unit circle no posterior covers. @param host an element that its canvas fills */
export const uncoveredLayer = (host: HTMLElement): PlaneLayer =>
  fieldLayer(host, 'uncovered', (canvas, { cells, size }, { prior }) => paintUncovered(canvas, cells, size, prior));
