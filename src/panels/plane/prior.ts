import { paintPriorDraws } from '../../draw/plane/priorDraws';
import { svgElement } from '../../draw/svg';
import type { Lab } from '../../state/lab';
import { priorMarks } from '../prior/priorMarks';
import type { PlaneLayer } from './layer';
import './prior.css';

/** Codes drawn from the prior, numbered as the panel has their decodes. */
export function priorLayer(group: SVGGElement, { prior: draws }: Pick<Lab, 'prior'>): PlaneLayer {
  const marks = group.appendChild(svgElement('g'));
  return {
    parts: ['prior', 'frame', 'scales'],
    paint({ prior: { draw, pointed }, frame, scales }) {
      if (frame === null) return;
      paintPriorDraws(marks, priorMarks(frame, draw), pointed, scales, (k) => draws.point(k));
    },
    dispose: () => marks.remove(),
  };
}
