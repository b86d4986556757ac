import type { PinActions } from '../../draw/plane/marks';
import type { PlaneWindow } from '../../math/window';
import { classNamesLayer } from './classNames';
import { crossLayer } from './cross';
import { EllipseLayer } from './ellipses';
import { focusLayer } from './focus';
import { furnitureLayer } from './furniture';
import { GestureLayer } from './gestures';
import type { Lacks, PlaneLayer } from './layer';
import { PinsLayer } from './pins';

/** Where layers are drawn. */
export interface PlaneStage {
  readonly canvases: HTMLElement;
  readonly svg: SVGSVGElement;
}

/** What layers tell. */
export interface LayerCallbacks {
  readonly pins: PinActions;
  /** The reader has moved the window. */
  taken(window: PlaneWindow): void;
  /** Makes the function by which one more layer says what it lacks. */
  lacking(): Lacks;
}

/** All layers of a plane, from the back: those on canvases, those in the SVG, and what follows the plane unseen. */
export function planeLayers({ canvases, svg }: PlaneStage, callbacks: LayerCallbacks): PlaneLayer[] {
  const { taken, lacking } = callbacks;
  const group = (name: string): SVGGElement => {
    const made = document.createElementNS('http://www.w3.org/2000/svg', 'g');
    made.setAttribute('class', name);
    return svg.appendChild(made);
  };

  const ellipses = new EllipseLayer(canvases.appendChild(document.createElement('div')), lacking());
  const furniture = furnitureLayer(group('furniture'));
  const names = classNamesLayer(group('names'));
  const focus = focusLayer(group('focus'));
  const cross = crossLayer(group('cross'));
  const pins = new PinsLayer(group('pins'), callbacks.pins);
  const gestures = new GestureLayer(svg, taken, (drag) => pins.dragBy(drag), lacking());
  return [ellipses, furniture, names, focus, cross, pins, gestures];
}
