import type { FigureSpec } from '../../state/figureSpec';

/** Do not split the loss: six models that differ in β train at once. */
export const tugOfWar = {
  id: 'tug-of-war',
  labs: [],
  linked: [],
  small: { controls: [], number: null },
  sweeps: { plan: { setting: 'beta', values: [0.05, 0.2, 0.5, 1, 2, 8], steps: 2000 }, base: null },
} as const satisfies FigureSpec;
