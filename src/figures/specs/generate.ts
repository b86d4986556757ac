import type { FigureSpec } from '../../state/figureSpec';

/** Generate: draws from the prior, the way between two codes, A − B + C, and what a decode is the mean of. */
export const generate = {
  id: 'generate',
  labs: [
    {
      id: 'generate',
      // Of images that it has not seen the decoder cannot give the mean.
      settings: { noiseScale: 1, beta: 1, holdout: 0 },
      panels: ['transport', 'controls', 'plane', 'sample', 'grid', 'prior', 'pins', 'path'],
    },
  ],
  linked: [],
  small: { controls: ['beta', 'noiseScale', 'data'], parts: ['counters'], number: null, chart: 'blend' },
} as const satisfies FigureSpec;
