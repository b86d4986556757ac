import type { FigureSpec } from '../../state/figureSpec';

/** What shape is the code space: clouds to pick or to paint, and the codes of an autoencoder, judged by the same rule. */
export const shapes = {
  id: 'shapes',
  labs: [{ id: 'shapes', settings: {}, panels: ['transport', 'controls', 'questions'] }],
  linked: [],
  /** One of `CLOUDS` (src/figures/own/shapes/clouds.ts), by its place. */
  own: { cloud: { initial: 2, min: 0, max: 5 } },
} as const satisfies FigureSpec;
