/** Every figure as data. */
import { COMMON } from '../state/comparedKeys';
import { type FigureSpec, PANELS, type PanelName } from '../state/figureSpec';

/** What is shown of each of two models that are compared, or once of both. */
const COMPARED: readonly PanelName[] = [
  'transport',
  'controls',
  'plane',
  'sample',
  'grid',
  'strip',
  'pins',
  'path',
  'loss',
  'more',
  'numbers',
];

export const FIGURES = {
  lab: {
    id: 'lab',
    labs: [
      {
        id: 'lab',
        settings: {},
        panels: PANELS,
      },
    ],
    linked: [],
    caption: null,
  },
  compare: {
    id: 'compare',
    labs: [
      { id: 'compare', settings: {}, panels: COMPARED },
      { id: 'compare.right', settings: { beta: 1, noiseScale: 1 }, panels: COMPARED },
    ],
    linked: COMMON,
    compared: true,
    caption: null,
  },
  sweep: { id: 'sweep', labs: [], linked: [], sweeps: { plan: null, base: null }, caption: null },
} as const satisfies Readonly<Record<string, FigureSpec>>;
