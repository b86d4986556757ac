import type { FigureSpec } from '../../state/figureSpec';

/** KL, by integral and by sample: q beside p, which is the prior. */
export const kl = {
  id: 'kl',
  labs: [],
  linked: [],
  own: true,
} as const satisfies FigureSpec;
