import { paintClassNames } from '../../draw/plane/classNames';
import { classColour, css } from '../../draw/theme';
import { classCentres } from '../../math/classes';
import type { PlaneLayer } from './layer';

/** At most this many names of classes: more are letters or words, not digits at a glance. */
const MAX_NAMES = 12;

/** The name of every class where its codes are. */
export const classNamesLayer = (group: SVGGElement): PlaneLayer => ({
  parts: ['frame', 'labels', 'names', 'scales', 'theme', 'layers'],
  paint({ frame, labels, names, scales, theme, layers }) {
    const isNamed = layers.classes && names?.length !== 0;
    const centres = !isNamed || frame === null || labels === null ? [] : classCentres(frame.plane.mu, labels);
    const named = centres.flatMap((centre) => {
      const name = names === null ? String(centre.label) : names[centre.label];
      return name === undefined ? [] : { ...centre, name, colour: css(classColour(theme, centre.label)) };
    });
    paintClassNames(group, named.length > MAX_NAMES ? [] : named, scales);
  },
  dispose: () => group.remove(),
});
