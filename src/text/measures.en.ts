import type { MeasureWords } from './measures';

/** The words of the table in English. */
export const measures: MeasureWords = {
  caption: 'Measured over the whole data set at this moment',
  name: 'measure',
  value: 'value',
  rows: {
    reconstruction: 'Reconstruction R',
    kl: 'KL to the prior',
    elbo: 'ELBO',
    mutualInformation: 'Mutual information I(x; z)',
    aggregateKl: 'KL of all ellipses together, KL(q̄||p)',
    activeAxes: 'Active axes',
    meanSigma: 'Mean σ',
    spread: 'Spread of the centres',
  },
  plane: (name) => `${name}, on the plane`,
  notElbo: '−(R + KL), which is not the ELBO here',
  coverage: (scale) => `Prior mass inside the ${scale}σ ellipses`,
  coverageOfPoints: 'Prior mass inside the ellipses, which are points: σ is at 0',
  nats: 'nats',
};
