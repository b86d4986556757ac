import { paintRings, type RingMark } from '../../draw/plane/rings';
import type { Frame } from '../../worker/frameProtocol';
import type { QuestionNumbers } from '../../worker/jobAnswers';
import { centreOf } from '../centreOf';
import type { PlaneLayer } from './layer';
import './outliers.css';

/** Rings around codes that are far from the others: they follow these while it takes to say anew which. */
export const outliersLayer = (group: SVGGElement): PlaneLayer => ({
  parts: ['questions', 'frame', 'scales'],
  paint({ questions, frame, scales }) {
    if (questions === null || frame === null) {
      // Those of the model before are not of this one.
      group.replaceChildren();
      return;
    }
    group.dataset.step = String(questions.step);
    paintRings(group, ringsOf(questions, frame), scales);
  },
  dispose: () => group.replaceChildren(),
});

/** Around centres of the frame, where it shows them, else where they were when they were found. */
function ringsOf({ outliers, outlierCodes: codes }: QuestionNumbers, frame: Frame): RingMark[] {
  return outliers.listed.map(({ index, far }, k) => {
    const [x, y] = centreOf(frame, index, [codes[2 * k]!, codes[2 * k + 1]!]);
    return { index, x, y, dashed: !far };
  });
}
