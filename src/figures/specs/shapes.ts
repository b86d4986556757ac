import type { FigureSpec } from '../../state/figureSpec';

/** What shape is the code space: clouds to pick or to paint, and the codes of an autoencoder, judged by the same rule. */
export const shapes = {
  id: 'shapes',
  labs: [{ id: 'shapes', settings: {}, panels: ['transport', 'controls', 'questions'] }],
  linked: [],
  own: true,
} as const satisfies FigureSpec;
