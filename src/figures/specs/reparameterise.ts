import type { FigureSpec } from '../../state/figureSpec';

/** Every point of an ellipse must reconstruct its image: noise that the reader holds, in the ellipse of the chosen image. */
export const reparameterise = {
  id: 'reparameterise',
  labs: [
    {
      id: 'reparameterise',
      settings: { beta: 1, noiseScale: 1 },
      panels: ['transport', 'plane', 'reparameterise'],
    },
  ],
  linked: [],
  small: { controls: [], parts: ['counters'], number: null },
} as const satisfies FigureSpec;
