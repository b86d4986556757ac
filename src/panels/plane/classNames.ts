import { paintClassNames } from '../../draw/plane/classNames';
import { classColour, css } from '../../draw/theme';
import { classCentres } from '../../math/classes';
import type { PlaneLayer } from './layer';

/** At most this many names of classes: more are letters or words, not digits at a glance. */
const MAX_NAMES = 12;

/** The name of every class where its codes are. */
export const classNamesLayer = (group: SVGGElement): PlaneLayer => ({
  parts: ['frame', 'labels', 'scales', 'theme', 'layers'],
  paint({ frame, labels, scales, theme, layers }) {
    const centres = !layers.classes || frame === null || labels === null ? [] : classCentres(frame.plane.mu, labels);
    const named = centres.length > MAX_NAMES ? [] : centres;
    paintClassNames(
      group,
      named.map((centre) => ({ ...centre, colour: css(classColour(theme, centre.label)) })),
      scales,
    );
  },
  dispose: () => group.remove(),
});
