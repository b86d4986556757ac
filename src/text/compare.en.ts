import type { CompareWords } from './compare';

export const compare: CompareWords = {
  title: 'Two models, side by side',
  caption:
    'Both begin from the same weights, see the same images in the same batches, go in step and share one window. Whatever differs between them comes from the few settings that are named here.',
  sides: ['Left', 'Right'],
  models: ['Autoencoder', 'VAE'],
  letters: { beta: 'β', noiseScale: 'σ' },
  setting: (name, value) => `${name.charAt(0).toLowerCase()}${name.slice(1)} ${value}`,
  and: ', ',
  differ: (left, right, rest) => `Left: ${left}. Right: ${right}.${rest ? ' Everything else is the same.' : ''}`,
  same: 'Left and right have the same settings: started again together, they are the same model.',
  brought: {
    weights: (side) => `${side} goes on from weights of its own, so the two are not in step.`,
    layers: (side) => `${side} shows a model of TensorFlow.js, which is not trained here.`,
  },
  rejoin: 'Start again, and both begin from the same weights.',
  pair: 'Compare',
  pairs: {
    models: 'autoencoder | VAE',
    pulls: 'β 1 | β 8',
    shapes: 'ellipses | rectangles',
    likelihoods: 'Bernoulli | Gaussian',
  },
  other: 'your own pair',
  swap: 'Swap',
  copy: 'Copy left to right',
  begins: 'Both start again from the same weights.',
  own: 'Posterior and likelihood',
  numbersAt: (left, right) => `Left at step ${left}, right at step ${right}`,
  heldOut: (value) => `held out ${value}`,
};
