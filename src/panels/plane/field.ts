import { type PlacedField, placeOf } from '../../draw/plane/place';
import { planeScales } from '../../draw/plane/scales';
import type { Theme } from '../../draw/theme';
import type { PlaneLayer, PlaneScene } from './layer';

/**
 * Cells of a window, on a canvas that is moved with the window: only another answer is painted anew.
 * @param host an element that the canvas fills
 * @param name of the part of a scene that they are
 * @param ink paints a canvas, one pixel a cell
 */
export function fieldLayer<N extends 'density' | 'uncovered' | 'stretch'>(
  host: HTMLElement,
  name: N,
  ink: (canvas: HTMLCanvasElement, field: NonNullable<PlaneScene[N]>, theme: Theme) => void,
): PlaneLayer {
  const canvas = document.createElement('canvas');
  canvas.setAttribute('aria-hidden', 'true');
  canvas.style.transformOrigin = '0 0';
  let painted: { readonly field: PlacedField; readonly theme: Theme } | null = null;
  return {
    parts: [name, 'scales', 'theme'],
    paint(scene) {
      const { scales, theme } = scene;
      const field: PlaneScene[N] = scene[name];
      if (field === null) {
        canvas.remove();
        painted = null;
        return;
      }
      if (painted?.field !== field || painted.theme !== theme) {
        ink(canvas, field, theme);
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
