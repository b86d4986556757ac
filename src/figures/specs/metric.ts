import type { FigureSpec } from '../../state/figureSpec';

/** How the decoder bends space: its stretch, the shortest way between two pins, and the ellipse that it predicts of an image. */
export const metric = {
  id: 'metric',
  labs: [
    {
      id: 'metric',
      settings: { beta: 1, noiseScale: 1, likelihood: 'gaussian-learned', hidden: [64, 64] },
      panels: ['transport', 'controls', 'plane'],
      opening: {
        layers: ['stretch', 'points', 'predicted', 'geodesic'],
        pins: [
          { x: 1.3, y: 0.5 },
          { x: -1.3, y: 0.5 },
        ],
        image: 78,
      },
    },
  ],
  linked: [],
  small: { controls: ['beta', 'posterior'], parts: ['counters', 'layers'], number: null },
} as const satisfies FigureSpec;
