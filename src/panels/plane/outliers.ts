import { paintRings, type RingMark } from '../../draw/plane/rings';
import type { QuestionNumbers } from '../../worker/jobProtocol';
import type { Frame } from '../../worker/protocol';
import type { PlaneLayer } from './layer';
import './outliers.css';

/** Rings around codes that are far from the others: they follow these while it takes to say anew which. */
export const outliersLayer = (group: SVGGElement): PlaneLayer => ({
  parts: ['questions', 'frame', 'scales'],
  paint({ questions, frame, scales }) {
    if (questions === null || frame === null) return;
    group.dataset.step = String(questions.step);
    paintRings(group, ringsOf(questions, frame), scales);
  },
  dispose: () => group.replaceChildren(),
});

/** Around centres of the frame, where it shows them, else where they were when they were found. */
function ringsOf({ outliers, outlierCodes }: QuestionNumbers, { plane: { mu }, stride }: Frame): RingMark[] {
  return outliers.listed.map(({ index, far }, k) => {
    const i = index / stride;
    const [from, at] = Number.isInteger(i) && 2 * i < mu.length ? [mu, i] : [outlierCodes, k];
    return { index, x: from[2 * at]!, y: from[2 * at + 1]!, dashed: !far };
  });
}
