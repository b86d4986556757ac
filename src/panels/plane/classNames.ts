import { paintClassNames } from '../../draw/plane/classNames';
import { classColour, css } from '../../draw/theme';
import { classCentres } from '../../math/classes';
import type { PlaneLayer, PlaneScene } from './layer';

/** At most this many names of classes: more are letters or words, not digits at a glance. */
const MAX_NAMES = 12;

/**
 * Ms for which names stay where they are while training runs: those that tremble cannot be read, and one that moves has the
 * whole plane's marks drawn anew.
 */
const PACE = 150;

/**
 * The name of every class where its codes are.
 * @param paceOf by how much names rest longer: more than 1 where the page cannot keep up (Detail)
 */
export function classNamesLayer(group: SVGGElement, paceOf: () => number): PlaneLayer {
  let named: Pick<PlaneScene, 'labels' | 'names' | 'scales' | 'theme' | 'layers'> | null = null;
  let last = 0;
  return {
    parts: ['frame', 'labels', 'names', 'scales', 'theme', 'layers'],
    paint({ frame, labels, names, scales, theme, layers }) {
      const isSame =
        named?.labels === labels &&
        named.names === names &&
        named.scales === scales &&
        named.theme === theme &&
        named.layers === layers;
      const now = performance.now();
      if (isSame && frame?.training && now - last < PACE * paceOf()) return;
      named = { labels, names, scales, theme, layers };
      last = now;
      const isNamed = layers.classes && names?.length !== 0;
      const centres = !isNamed || frame === null || labels === null ? [] : classCentres(frame.plane.mu, labels);
      const marks = centres.flatMap((centre) => {
        const name = names === null ? String(centre.label) : names[centre.label];
        return name === undefined ? [] : { ...centre, name, colour: css(classColour(theme, centre.label)) };
      });
      paintClassNames(group, marks.length > MAX_NAMES ? [] : marks, scales);
    },
    dispose: () => group.remove(),
  };
}
