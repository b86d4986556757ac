import type { FigureSpec } from '../../state/figureSpec';

/** Draws at most. */
const MOST_DRAWS = 10_000;

/**
 * KL, by integral and by sample: q with its centre and width beside p, which is the prior; each is normal (0) or a box (1).
 * Whole numbers are rounded where they are used.
 */
export const kl = {
  id: 'kl',
  labs: [],
  linked: [],
  own: {
    mu: { initial: 1, min: -3, max: 3 },
    sigma: { initial: 0.5, min: 0.1, max: 2 },
    qBox: { initial: 0, min: 0, max: 1 },
    pBox: { initial: 0, min: 0, max: 1 },
    draws: { initial: 10, min: 0, max: MOST_DRAWS },
    seed: { initial: 1, min: 1, max: 999 },
  },
} as const satisfies FigureSpec;
