import type { Hints } from './hints';

/** In English. */
export const hints: Hints = {
  posterior: {
    point: 'A centre without noise, as in an autoencoder. Its KL to the prior is infinite; β pulls by ½‖μ‖².',
    isotropic: 'One σ for all axes: every image gets a circle.',
    diagonal: 'One σ for each axis: ellipses parallel to the axes.',
    full: 'Any covariance: ellipses may tilt.',
    box: 'Uniform on μ ± 1.73σ: rectangles with the σ of the ellipses. Their KL to the prior is 0.1765 nats more an axis, with the same gradient.',
  },
  binary: {
    off: 'Grey pixels are soft targets: a Bernoulli R is then a cross-entropy, and no density of images.',
    threshold: 'Above ½ ink, else paper, of which a Bernoulli likelihood is a true one. Starts anew.',
    resampled:
      'Every step draws each pixel anew, as ink with its intensity as the probability. What is shown and measured, held-out images too, is one draw of each image, always the same: of that a Bernoulli likelihood is a true one. Starts anew.',
  },
  samples: 'an image and step',
  learnedSigma: (sigma) =>
    `σ̃ is trained along: ${sigma} now. At the optimum σ̃² is the mean squared error of a pixel; σ̃ goes no lower than 0.0009.`,
};
