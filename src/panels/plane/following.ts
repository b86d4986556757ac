import { svgElement } from '../../draw/svg';
import type { PlaneLayer, PlaneScene } from './layer';

/** What tells of changes. */
interface Told {
  subscribe(listener: () => void): () => void;
}

/** A layer in the SVG that is also painted when something changes that no scene has. */
export function following(
  group: SVGGElement,
  told: Told,
  parts: PlaneLayer['parts'],
  paint: (marks: SVGGElement, scene: PlaneScene) => void,
): PlaneLayer {
  const marks = group.appendChild(svgElement('g'));
  let scene: PlaneScene | null = null;
  const stop = told.subscribe(() => {
    if (scene !== null) paint(marks, scene);
  });
  return {
    parts,
    paint(next) {
      scene = next;
      paint(marks, next);
    },
    dispose() {
      stop();
      marks.remove();
    },
  };
}
