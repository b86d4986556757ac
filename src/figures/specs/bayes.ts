import type { FigureSpec } from '../../state/figureSpec';

/** The same, in the language of Bayes: what a pixel is taken for, and what the loss is then. */
export const bayes = {
  id: 'bayes',
  labs: [
    {
      id: 'bayes',
      settings: { beta: 1, noiseScale: 1, likelihood: 'gaussian', sigmaX: 0.3 },
      panels: ['transport', 'controls', 'plane', 'strip', 'loss'],
    },
  ],
  linked: [],
  small: { controls: ['beta', 'likelihood', 'sigmaX'], parts: ['counters'], number: 'loss' },
} as const satisfies FigureSpec;
