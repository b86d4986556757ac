import type { FigureSpec } from '../../state/figureSpec';

/** Pull towards the unit circle: two regularisers of one (μ, σ) on one axis, which is dragged. No model is trained. */
export const regularisers = {
  id: 'regularisers',
  labs: [],
  linked: [],
  own: true,
} as const satisfies FigureSpec;
