import type { Lab } from '../state/lab';
import { type Figure, useFigure } from './context';

/** How long a turn takes to move both sliders, in ms. */
const GLIDE = 2000;

/** The button that turns, and what it moves: it is left out with each of them. */
const PARTS = ['turn', 'beta', 'noiseScale'] as const;

/** Whether a figure leaves the turn out. */
export const useTurnHidden = (): boolean => {
  const { hidden } = useFigure();
  return PARTS.some((part) => hidden.has(part));
};

/** Trains on while β and σ move together, to 1 or to 0. @returns a promise that resolves when they are there */
export function turn({ lab, still }: Pick<Figure, 'still'> & { readonly lab: Lab }, to: 0 | 1): Promise<void> {
  lab.play();
  return lab.glide({ beta: to, noiseScale: to }, still ? 0 : GLIDE);
}
