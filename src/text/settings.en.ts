import type { SettingWords } from './settings';

/** In English. */
export const settings: SettingWords = {
  groups: { data: 'Data', model: 'Model', objective: 'Objective', training: 'Training' },
  names: {
    size: 'Image size',
    holdout: 'Held-out share',
    seed: 'Seed',
    hidden: 'Hidden layers',
    activation: 'Activation',
    latent: 'Axes of a code',
    posterior: 'Posterior',
    axisX: 'Axis to the right',
    axisY: 'Axis upwards',
    init: 'Initial weights',
    likelihood: 'Likelihood',
    sigmaX: 'σ̃ of a pixel',
    regulariser: 'Regulariser',
    learningRate: 'Learning rate',
    batchSize: 'Batch size',
    samples: 'Noise samples',
  },
  choices: {
    size: { '0': 'as it comes' },
    activation: { relu: 'ReLU', tanh: 'tanh', gelu: 'GELU' },
    init: { 'small-ellipses': 'small ellipses', glorot: 'Glorot' },
    posterior: {
      point: 'point',
      isotropic: 'circle',
      diagonal: 'ellipse',
      full: 'tilted ellipse',
      box: 'rectangle',
    },
    likelihood: {
      bernoulli: 'Bernoulli',
      gaussian: 'Gaussian, fixed σ̃',
      'gaussian-learned': 'Gaussian, learned σ̃',
      squared: 'squared error',
    },
    regulariser: { kl: 'KL to the prior', simple: '||μ||² + ||σ − 1||²' },
    axisX: { '0': 'most active' },
    axisY: { '0': 'most active' },
  },
  widths: 'Widths, separated by spaces: up to three layers. Left empty: a linear model',
  badWidths: (range) => `That is not ${range}; the layers stay as they were.`,
  parameters: (count) => `${count} parameters.`,
};
