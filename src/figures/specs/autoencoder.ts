import type { FigureSpec } from '../../state/figureSpec';

/** Two numbers for an image: an autoencoder, whose codes are clicked and whose pins are dragged. */
export const autoencoder = {
  id: 'autoencoder',
  labs: [
    {
      id: 'autoencoder',
      settings: { noiseScale: 0, beta: 0 },
      panels: ['transport', 'controls', 'plane', 'sample', 'grid', 'pins'],
    },
  ],
  linked: [],
  small: { controls: ['data'], parts: ['counters'], number: null },
} as const satisfies FigureSpec;
