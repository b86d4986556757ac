import { type Contour, contoursOf, paintContours } from '../../draw/plane/contours';
import type { DensityField } from '../../draw/plane/field';
import { percent } from '../numbers';
import './contours.css';
import type { PlaneLayer } from './layer';

/** Where the aggregated posterior holds as much of its mass as the prior's circles hold of the prior's. */
export function contoursLayer(group: SVGGElement): PlaneLayer {
  let traced: { readonly field: DensityField; readonly contours: readonly Contour[] } | null = null;
  return {
    parts: ['density', 'scales'],
    paint({ density: field, scales }) {
      if (field === null) {
        group.replaceChildren();
        return;
      }
      if (traced?.field !== field) {
        traced = { field, contours: contoursOf(field) };
        group.dataset.step = String(field.step);
      }
      paintContours(group, traced.contours, field, scales, ({ mass }) => percent(mass));
    },
    dispose: () => group.replaceChildren(),
  };
}
