import { paintDraws, paintFocus } from '../../draw/plane/marks';
import { onPlane, outlineReach } from '../../math/posterior';
import { drawsOf, sampleOf } from '../sample/sampleOf';
import type { PlaneLayer } from './layer';
import { outlineMark } from './outlineMark';
import './sample.css';

/** The posterior of the selected image, and the codes that are drawn from it. */
export const selectedLayer = (group: SVGGElement): PlaneLayer => ({
  parts: ['selected', 'frame', 'image', 'scales'],
  paint({ frame, selected, image, scales }) {
    const sample = frame === null || selected === null ? null : sampleOf(frame, selected.index, image);
    if (sample === null) {
      group.replaceChildren();
      return;
    }
    const { noiseScale, latent } = frame!;
    const { axes } = frame!.plane;
    const plane = sample.posteriors === frame ? frame.plane : onPlane(sample.posteriors, axes);
    paintFocus(group, outlineMark(plane, sample.row, outlineReach(plane.family, 1, noiseScale)), scales);
    const draws = drawsOf(sample, selected!, noiseScale);
    const [x, y] = axes;
    const points = Array.from({ length: draws.length / latent }, (_, i): [number, number] => [
      draws[i * latent + x]!,
      // A code of one axis has none upwards.
      y < 0 ? 0 : draws[i * latent + y]!,
    ]);
    paintDraws(group, points, scales);
  },
  dispose: () => group.replaceChildren(),
});
