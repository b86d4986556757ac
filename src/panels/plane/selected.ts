import { paintDraws, paintFocus } from '../../draw/plane/marks';
import { svgElement } from '../../draw/svg';
import { outlineReach } from '../../math/family';
import { pointsOn } from '../../math/planar';
import { drawnIn, drawsOf } from '../sample/drawsOf';
import { planarOf, sampleOf } from '../sampleOf';
import type { PlaneLayer } from './layer';
import { outlineMark } from './outlineMark';
import './sample.css';

/** The posterior of the selected image, and the codes that are drawn from it. */
export function selectedLayer(group: SVGGElement): PlaneLayer {
  const marks = group.appendChild(svgElement('g'));
  return {
    parts: ['selected', 'frame', 'image', 'scales'],
    paint({ frame, selected, image, scales }) {
      const sample = frame === null || selected === null ? null : sampleOf(frame, selected.index, image);
      if (sample === null) {
        paintFocus(marks, null, scales);
        paintDraws(marks, [], scales);
        return;
      }
      const { noiseScale, latent, plane } = frame!;
      const shown = planarOf(sample, frame!);
      paintFocus(marks, outlineMark(shown, sample.row, outlineReach(shown.family, 1, noiseScale)), scales);
      // The card shows what the frame has decoded; before there is any, and without a card, there are dots alone.
      const draws = drawnIn(frame!, selected!) ?? drawsOf(sample, selected!, noiseScale);
      paintDraws(marks, pointsOn(draws, latent, plane.axes), scales);
    },
    dispose: () => marks.remove(),
  };
}
