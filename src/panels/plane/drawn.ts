import { paintDrawn } from '../../draw/plane/drawn';
import { svgElement } from '../../draw/svg';
import { outlineReach } from '../../math/family';
import { onPlane } from '../../math/posterior';
import { PAD } from '../../state/pad';
import { lateWords } from '../../text/late';
import './drawn.css';
import type { PlaneLayer } from './layer';
import { outlineMark } from './outlineMark';

/** The posterior of what is on the pad, and where that of the image was which it was made of. */
export function drawnLayer(group: SVGGElement): PlaneLayer {
  const marks = group.appendChild(svgElement('g'));
  return {
    parts: ['frame', 'scales', 'words'],
    paint({ frame, scales, words }) {
      const said = frame?.given[PAD];
      if (!frame || !said) return;
      const shown = onPlane(said.posteriors, frame.plane.axes);
      const reach = outlineReach(shown.family, 1, frame.noiseScale);
      const [drawn, original = null] = Array.from({ length: shown.mu.length / 2 }, (_, i) =>
        outlineMark(shown, i, reach),
      );
      paintDrawn(marks, { drawn: drawn!, original, name: lateWords[words.code].draw.mark }, scales);
    },
    dispose: () => marks.remove(),
  };
}
