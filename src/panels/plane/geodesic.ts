import { paintGeodesic } from '../../draw/plane/geodesic';
import './geodesic.css';
import type { PlaneLayer } from './layer';
import { stopsOf } from './stops';

/** The shortest way of the image between the first two pins, beside the straight line. */
export const geodesicLayer = (group: SVGGElement): PlaneLayer => ({
  parts: ['geodesic', 'pins', 'scales'],
  paint({ geodesic, pins, scales }) {
    if (geodesic === null || pins.length < 2) {
      group.replaceChildren();
      return;
    }
    group.dataset.step = String(geodesic.step);
    paintGeodesic(group, geodesic.path, stopsOf(geodesic.path), scales);
  },
  dispose: () => group.replaceChildren(),
});
