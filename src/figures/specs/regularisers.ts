import type { FigureSpec } from '../../state/figureSpec';

/** Pull towards the unit circle: two regularisers of one (μ, σ) on one axis, which is dragged. No model is trained. */
export const regularisers = {
  id: 'regularisers',
  labs: [],
  linked: [],
  own: {
    mu: { initial: 1, min: -3, max: 3 },
    sigma: { initial: 0.3, min: 0.02, max: 3 },
  },
} as const satisfies FigureSpec;
