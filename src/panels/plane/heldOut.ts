import { squaresPath } from '../../draw/plane/squares';
import { setAttributes, svgElement } from '../../draw/svg';
import './heldOut.css';
import type { PlaneLayer, PlaneScene } from './layer';

/** A square around the centre of every image that is kept from training. */
export function heldOutLayer(group: SVGGElement): PlaneLayer {
  const squares = group.appendChild(svgElement('path'));
  return {
    parts: ['frame', 'heldOut', 'scales'],
    paint: (scene) => setAttributes(squares, { d: squaresPath(markedOf(scene), scene.scales) }),
    dispose: () => squares.remove(),
  };
}

/** Centres of the images that are held out, as far as the frame shows them. */
function markedOf({ frame, heldOut }: PlaneScene): [x: number, y: number][] {
  if (frame === null) return [];
  const { stride, plane } = frame;
  return (
    Array.from(heldOut, (index) => index / stride)
      // A frame may still be of fewer images.
      .filter((i) => Number.isInteger(i) && 2 * i < plane.mu.length)
      .map((i) => [plane.mu[2 * i]!, plane.mu[2 * i + 1]!])
  );
}
