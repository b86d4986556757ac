/** Every figure as data. */
import { type FigureSpec, PANELS } from '../state/figureSpec';

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
} as const satisfies Readonly<Record<string, FigureSpec>>;
