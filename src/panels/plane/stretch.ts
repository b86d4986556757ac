import type { Line } from '../../draw/plane/contours';
import { paintContours } from '../../draw/plane/contours';
import { markText, paintStretch, paintStretchKey, stretchLines, stretchScale } from '../../draw/plane/stretch';
import type { JobAnswers } from '../../worker/jobProtocol';
import './contours.css';
import { fieldLayer } from './field';
import type { PlaneLayer } from './layer';
import './stretch.css';

/** How much the decoder stretches each part of the plane. @param host an element that its canvas fills */
export const stretchLayer = (host: HTMLElement): PlaneLayer =>
  fieldLayer(host, 'stretch', (canvas, { values, size }, { dark }) => paintStretch(canvas, values, size, dark));

/** The lines of equal stretch, with their numbers. */
export function stretchLinesLayer(group: SVGGElement): PlaneLayer {
  let traced: { readonly field: JobAnswers['stretch']; readonly lines: readonly Line[] } | null = null;
  return {
    parts: ['stretch', 'scales'],
    paint({ stretch: field, scales }) {
      if (field === null) {
        group.replaceChildren();
        return;
      }
      const scale = stretchScale(field.values);
      if (traced?.field !== field) {
        traced = { field, lines: scale === null ? [] : stretchLines(field.values, field.size, scale) };
        group.dataset.step = String(field.step);
      }
      paintContours(group, traced.lines, field, scales, (_, i) => markText(scale!.marks[i]!));
    },
    dispose: () => group.replaceChildren(),
  };
}

/** The key of the colours, which lies above all marks. */
export const stretchKeyLayer = (group: SVGGElement): PlaneLayer => ({
  parts: ['stretch', 'scales', 'theme'],
  paint({ stretch, scales, theme }) {
    paintStretchKey(group, stretch === null ? null : stretchScale(stretch.values), scales, theme.dark);
  },
  dispose: () => group.replaceChildren(),
});
