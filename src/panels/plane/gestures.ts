import { attachZoom, dragPins } from '../../draw/plane/gestures';
import type { DragPins } from '../../draw/plane/pins';
import type { PlaneWindow } from '../../math/window';
import type { PlaneLayer } from './layer';

/**
 * Wheel, pinch and drag: nothing to see, but it follows the window as what is seen does.
 * @param taken called with the window that the reader has moved to
 * @param came called once, with what drags pins
 */
export function gestureLayer(
  svg: SVGSVGElement,
  taken: (window: PlaneWindow) => void,
  came: (drag: DragPins) => void,
): PlaneLayer {
  const zoom = attachZoom(svg, taken);
  came(dragPins);
  return {
    parts: ['window', 'scales'],
    paint: ({ window, scales }) => zoom.sync(window, scales.size),
    dispose: () => zoom.dispose(),
  };
}
