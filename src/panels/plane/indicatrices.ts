import { paintIndicatrices, paintIndicatrixNote } from '../../draw/plane/indicatrices';
import { short } from '../numbers';
import './indicatrices.css';
import type { PlaneLayer } from './layer';

/** Ellipses of equal change of the image all over the plane. */
export const indicatricesLayer = (group: SVGGElement): PlaneLayer => ({
  parts: ['indicatrices', 'scales'],
  paint({ indicatrices: field, scales }) {
    if (field === null) {
      group.replaceChildren();
      return;
    }
    group.dataset.step = String(field.step);
    paintIndicatrices(group, field, scales);
    paintIndicatrixNote(group, `|Δx| = ${short(field.change)}`, scales);
  },
  dispose: () => group.replaceChildren(),
});
