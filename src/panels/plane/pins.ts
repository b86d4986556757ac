import type { StoreApi } from 'zustand/vanilla';
import { type DragPins, type PinActions, paintPins } from '../../draw/plane/pins';
import { svgElement } from '../../draw/svg';
import { pinWords } from '../../text/pins';
import { coordinate } from '../quantities';
import type { PlaneLayer, PlaneScene } from './layer';

/** What drags pins; null until it has come. */
export type PinDrag = StoreApi<{ readonly by: DragPins | null }>;

/** The codes that are pinned. */
export function pinsLayer(group: SVGGElement, actions: PinActions, drag: PinDrag): PlaneLayer {
  const place = group.appendChild(svgElement('g'));
  let shown: PlaneScene | null = null;
  const paint = (scene: PlaneScene): void => {
    shown = scene;
    const { pins, scales, words, window } = scene;
    const { onPlane } = pinWords[words.code];
    const marks = pins.map((pin) => ({
      ...pin,
      label: onPlane(pin.name, coordinate(pin.x, window.half), coordinate(pin.y, window.half)),
    }));
    paintPins(place, marks, scales, actions, drag.getState().by);
  };
  const end = drag.subscribe(() => {
    if (shown !== null) paint(shown);
  });
  return {
    parts: ['pins', 'scales', 'words'],
    paint,
    dispose() {
      end();
      place.remove();
    },
  };
}
