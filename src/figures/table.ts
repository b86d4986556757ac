/** Every figure as data. */
import type { FigureSpec } from '../state/figureSpec';

export const FIGURES = {
  lab: {
    id: 'lab',
    labs: [
      {
        id: 'lab',
        settings: {},
        panels: [
          'transport',
          'controls',
          'plane',
          'sample',
          'grid',
          'strip',
          'pins',
          'loss',
          'more',
          'numbers',
          'questions',
        ],
      },
    ],
    linked: [],
    caption: null,
  },
} as const satisfies Readonly<Record<string, FigureSpec>>;
