import type { FigureSpec } from '../../state/figureSpec';

/** From points to areas: σ is raised while it trains, and the posterior may have any shape. The pull keeps the codes where the prior has its mass. */
export const pointsToEllipses = {
  id: 'points-to-ellipses',
  labs: [
    {
      id: 'points-to-ellipses',
      settings: { beta: 1, noiseScale: 0 },
      panels: ['transport', 'controls', 'plane', 'grid'],
    },
  ],
  linked: [],
  small: { controls: ['noiseScale', 'posterior'], parts: ['counters'], number: 'coverage' },
} as const satisfies FigureSpec;
