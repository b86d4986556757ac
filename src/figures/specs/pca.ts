import { COMMON } from '../../state/comparedKeys';
import type { FigureSpec } from '../../state/figureSpec';

/** A blob anywhere: images that two numbers tell all of, and that lie on no plane. At this rate both models are near their best in seconds. */
const SETTINGS = { data: 'disc', likelihood: 'squared', activation: 'tanh', learningRate: 0.003 } as const;

/** Linear before nonlinear: a linear autoencoder and one with a hidden layer, and the principal components of the same images. */
export const pca = {
  id: 'pca',
  labs: [
    { id: 'pca', settings: { ...SETTINGS, hidden: [] }, panels: ['transport'] },
    { id: 'pca.right', settings: { ...SETTINGS, hidden: [64] }, panels: ['transport'] },
  ],
  linked: COMMON.filter((key) => key !== 'hidden'),
  compared: true,
  apart: true,
  own: true,
} as const satisfies FigureSpec;
