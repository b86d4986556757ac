import type { FigureSpec } from '../../state/figureSpec';

/** Each ellipse, or all of them? A VAE with the two parts of its KL over the training. */
export const surgery = {
  id: 'surgery',
  labs: [{ id: 'surgery', settings: { beta: 1, noiseScale: 1 }, panels: ['transport', 'controls', 'plane'] }],
  linked: [],
  small: { controls: ['beta'], parts: ['counters'], number: null, chart: 'klParts' },
} as const satisfies FigureSpec;
