import { paintGaps } from '../../draw/plane/gaps';
import './gaps.css';
import type { PlaneLayer } from './layer';

/** Codes between the posteriors whose decodes resemble no image, numbered as the four questions list them. */
export const gapsLayer = (group: SVGGElement): PlaneLayer => ({
  parts: ['questions', 'scales'],
  paint({ questions, scales }) {
    if (questions === null) {
      // Those of the model before are not of this one.
      group.replaceChildren();
      return;
    }
    group.dataset.step = String(questions.step);
    paintGaps(group, questions.plausibility.gaps, scales);
  },
  dispose: () => group.replaceChildren(),
});
