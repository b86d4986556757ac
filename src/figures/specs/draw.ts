import type { FigureSpec } from '../../state/figureSpec';

/** Your own drawing: what the encoder says of an image that nobody trained on. */
export const draw = {
  id: 'draw',
  labs: [
    {
      id: 'draw',
      settings: { data: 'strokes', noiseScale: 1, beta: 1 },
      panels: ['transport', 'controls', 'plane', 'sample', 'draw'],
    },
  ],
  linked: [],
  small: { controls: ['beta', 'data'], parts: ['counters'], number: null },
} as const satisfies FigureSpec;
