import { paintOutline } from '../../draw/plane/marks';
import { svgElement } from '../../draw/svg';
import type { PlaneLayer } from './layer';
import { outlineMark } from './outlineMark';
import './sample.css';

/** The 1σ ellipse that the decoder's curvature predicts of the selected image. */
export function predictedLayer(group: SVGGElement): PlaneLayer {
  const marks = group.appendChild(svgElement('g'));
  return {
    parts: ['selected', 'image', 'scales'],
    paint({ image, scales }) {
      const mark = image === null ? null : outlineMark(image.predicted, 0, 1);
      paintOutline(marks, mark !== null && Number.isFinite(mark.a * mark.b * mark.rho) ? mark : null, scales);
      if (image !== null) group.dataset.step = String(image.step);
    },
    dispose: () => marks.remove(),
  };
}
