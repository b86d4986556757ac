import type { OutlineMark } from '../../draw/outline';
import { type Code, paintDots, paintOutlines } from '../../draw/plane/marks';
import { paintLines } from '../../draw/plane/stage';
import { svgElement } from '../../draw/svg';
import { outlineReach } from '../../math/family';
import { type SampledCode, sampledIn } from '../reparameterise/sampledIn';
import type { PlaneLayer } from './layer';
import { outlineMark } from './outlineMark';
import './sampled.css';

/** The code that is sampled with the noise that the reader holds, in the outlines at 1σ and 2σ of its posterior. */
export function sampledLayer(place: SVGGElement): PlaneLayer {
  const group = place.appendChild(svgElement('g', { class: 'sampled' }));
  return {
    parts: ['noise', 'frame', 'scales'],
    paint({ frame, noise, scales }) {
      const sampled = frame === null || noise === null ? null : sampledIn(frame);
      const outlines = sampled === null ? [] : outlinesOf(sampled, frame!.noiseScale);
      const centres = outlines.slice(0, 1).map(({ x, y }): Code => [x, y]);
      const codes = sampled === null ? [] : [sampled.code];
      paintOutlines(group, 'sampled-outline', outlines, scales);
      paintLines(
        group,
        'sampled-line',
        codes.map((code, i) => [centres[i]!, code]),
        scales,
      );
      paintDots(group, 'sampled-centre', centres, 3, scales);
      paintDots(group, 'sampled-code', codes, 5.5, scales);
    },
    dispose: () => group.remove(),
  };
}

/** At 1σ and 2σ; a box has the same sides at both. */
function outlinesOf({ planar }: SampledCode, noiseScale: number): OutlineMark[] {
  const reaches = [1, 2].map((k) => outlineReach(planar.family, k, noiseScale));
  return [...new Set(reaches)].map((reach) => outlineMark(planar, 0, reach));
}
