import type { FigureSpec } from '../../state/figureSpec';

/** Noise alone is not enough: all of the noise, and no pull. */
export const noRegulariser = {
  id: 'no-regulariser',
  labs: [
    {
      id: 'no-regulariser',
      settings: { beta: 0, noiseScale: 1 },
      panels: ['transport', 'controls', 'plane', 'grid'],
    },
  ],
  linked: [],
  small: { controls: ['beta', 'init'], parts: ['counters'], number: 'relativeSigma' },
} as const satisfies FigureSpec;
