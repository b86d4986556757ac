import { paintOutline } from '../../draw/plane/marks';
import type { PlaneLayer } from './layer';
import { outlineMark } from './outlineMark';
import './sample.css';

/** The 1σ ellipse that the decoder's curvature predicts of the selected image. */
export const predictedLayer = (group: SVGGElement): PlaneLayer => ({
  parts: ['selected', 'image', 'scales'],
  paint({ image, scales }) {
    const mark = image === null ? null : outlineMark(image.predicted, 0, 1);
    paintOutline(group, mark !== null && Number.isFinite(mark.a * mark.b * mark.rho) ? mark : null, scales);
    if (image !== null) group.dataset.step = String(image.step);
  },
  dispose: () => group.replaceChildren(),
});
