import { COMMON } from '../../state/comparedKeys';
import type { FigureSpec, PanelName } from '../../state/figureSpec';

const PANELS: readonly PanelName[] = ['transport', 'controls', 'plane', 'grid', 'pins'];

/** The gaps: an autoencoder and a VAE of the same images and seed, each in a window that holds its own codes. */
export const gaps = {
  id: 'gaps',
  labs: [
    { id: 'gaps', settings: { data: 'line' }, panels: PANELS },
    { id: 'gaps.right', settings: { data: 'line', beta: 1, noiseScale: 1 }, panels: PANELS },
  ],
  linked: COMMON,
  compared: true,
  apart: true,
  small: { controls: ['data'], parts: ['counters'], number: 'completeness' },
} as const satisfies FigureSpec;
