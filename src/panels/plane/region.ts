import { regionBrush } from '../../draw/plane/region';
import type { Lab } from '../../state/lab';
import { regionWords } from '../../text/region';
import { coordinate } from '../quantities';
import type { PlaneLayer } from './layer';
import './region.css';

/** The marked region, and what marks it. */
export function regionLayer(group: SVGGElement, { region }: Pick<Lab, 'region'>): PlaneLayer {
  const brush = regionBrush(group, {
    drag: (box) => region.drag(box),
    placed: () => region.brush(false),
    remove: () => region.clear(),
  });
  return {
    parts: ['region', 'scales', 'words'],
    paint({ region: { box, brushing }, scales, window: { half }, words }) {
      const says = regionWords[words.code];
      const corner = (x: number, y: number): string => `(${coordinate(x, half)}, ${coordinate(y, half)})`;
      const label = box === null ? '' : says.keys(says.place(corner(box.left, box.bottom), corner(box.right, box.top)));
      brush.paint({ box, brushing, label }, scales);
    },
    dispose: () => brush.dispose(),
  };
}
