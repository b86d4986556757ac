import type { FigureSpec } from '../../state/figureSpec';

/** The true posterior behind the ellipse: p(z|x) of the image that is picked, under its ellipse. */
export const truePosterior = {
  id: 'true-posterior',
  labs: [
    {
      id: 'true-posterior',
      settings: { beta: 1, noiseScale: 1 },
      panels: ['transport', 'controls', 'plane', 'sample'],
      opening: { image: 1078 },
    },
  ],
  linked: [],
  small: { controls: ['beta', 'posterior'], parts: ['counters'], number: 'gap' },
} as const satisfies FigureSpec;
