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
    activeAxes: 'Active axes',
    meanSigma: 'Mean σ',
    spread: 'Spread of the centres',
  },
  plane: (name) => `${name}, on the plane`,
  notElbo: '−(R + KL), which is not the ELBO here',
  aggregateKl: (many) => `KL of all ${many} together, KL(q̄||p)`,
  coverage: (many, reach) => `Prior mass inside the ${reach}σ ${many}`,
  coverageNoNoise: (many) => `Prior mass inside the ${many}, which are points: σ is at 0`,
  coverageOfPoints: 'Prior mass inside the posteriors, which are points',
  boxKl: (kl, ellipses, rest, axis, outside, all) =>
    `Why ellipses: of these ${kl} nats, ellipses of the same σ would have ${ellipses}; the corners add ${rest}, ${axis} an axis. Against a prior uniform on ±1.73 the KL is infinite as soon as a rectangle pokes out, and ${outside} of ${all} do.`,
  nats: 'nats',
};
