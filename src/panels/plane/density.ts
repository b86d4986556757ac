import { paintDensity, placeOf } from '../../draw/plane/density';
import type { DensityField } from '../../draw/plane/field';
import { planeScales } from '../../draw/plane/scales';
import type { Theme } from '../../draw/theme';
import type { PlaneLayer } from './layer';

/**
 * The aggregated posterior, on a canvas that is moved with the window: only another field is painted anew.
 * @param host an element that the canvas fills
 */
export function densityLayer(host: HTMLElement): PlaneLayer {
  const canvas = document.createElement('canvas');
  canvas.setAttribute('aria-hidden', 'true');
  canvas.style.transformOrigin = '0 0';
  let painted: { readonly field: DensityField; readonly theme: Theme } | null = null;
  return {
    parts: ['density', 'scales', 'theme'],
    paint({ density: field, scales, theme }) {
      if (field === null) return;
      if (painted?.field !== field || painted.theme !== theme) {
        paintDensity(canvas, field, theme.ink, theme.dark);
        canvas.dataset.step = String(field.step);
        painted = { field, theme };
        host.append(canvas);
      }
      const { left, top, side } = placeOf(field, scales);
      canvas.style.transform = `translate(${left}px, ${top}px) scale(${side / scales.size})`;
    },
    dispose: () => canvas.remove(),
    drawn: {
      host,
      ink: ({ window }, pixels) =>
        painted === null ? null : { kind: 'image', canvas, ...placeOf(painted.field, planeScales(window, pixels)) },
    },
  };
}
