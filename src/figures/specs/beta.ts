import type { FigureSpec } from '../../state/figureSpec';

/** β and the axes: a heart of which three factors are known, and codes of more axes than that. */
export const beta = {
  id: 'beta',
  labs: [
    {
      id: 'beta',
      settings: { data: 'shapes', variant: 'size.x.y', latent: 5, noiseScale: 1, beta: 1, colour: 'size' },
      panels: ['transport', 'controls', 'plane', 'factors'],
    },
  ],
  linked: [],
  small: {
    controls: ['beta', 'posterior', 'colour'],
    parts: ['counters'],
    number: 'activeAxes',
    chart: 'axes',
  },
} as const satisfies FigureSpec;
