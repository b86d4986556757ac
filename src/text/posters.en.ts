import type { PosterWords } from './posters';

/** The pictures of figures in English. */
export const posters: PosterWords = {
  autoencoder: 'Points in ten colours far around the unit circle, beside a grid of decoded digits',
  pca: 'The images as dots: from above a disc with the two axes of a plane, from the side a bowl that the plane cuts as a line',
  shapes: 'A cloud of points that forms a ring around the unit circle',
  gaps: 'The codes of an autoencoder as points along a curve, and those of a VAE as ellipses, each beside its decoded grid',
  'points-to-ellipses': 'Ellipses of ten colours that cover the unit circle, beside a grid of decoded digits',
  reparameterise:
    'One marked ellipse among many, beside the unit circle in which its noise is held and what is decoded there',
  'no-regulariser': 'Tiny ellipses spread far beyond the unit circle, beside a grid of decoded digits',
  regularisers: 'One ellipse beside the unit circle, and curves of two penalties over its centre and over its width',
  kl: 'Two bell-shaped densities that overlap, what is integrated of them, and the mean of draws on its way to the integral',
  'tug-of-war': 'Six small planes of models with rising β, from codes spread far out to one heap on the circle',
  surgery: 'Ellipses that cover the unit circle, beside the two parts of their KL as curves over the training',
  bayes: 'Ellipses that cover the unit circle, beside the loss over the training, which falls below zero',
  'true-posterior': 'The true posterior of one image as shaded contours, and its ellipse drawn over them',
  generate: 'Ellipses that cover the unit circle, beside a grid of decoded digits',
  metric:
    'The plane shaded by how much the decoder stretches it, with two ways between two pins: one straight, one bent',
  beta: 'Ellipses coloured by size, beside five rows of images: one for each axis of the code',
  draw: 'Ellipses of drawn strokes that cover the unit circle',
};
