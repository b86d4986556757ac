import type { MeasureWords } from './measures';

/** The words of the table in English. */
export const measures: MeasureWords = {
  caption: 'Measured over the whole data set at this moment',
  captionAt: (step) => `Measured over the whole data set at step ${step}`,
  name: 'measure',
  value: 'value',
  explain: 'What these are',
  groups: {
    loss: 'The loss',
    together: 'All posteriors together',
    centres: 'Centres and axes',
  },
  rows: {
    reconstruction: 'Reconstruction R',
    kl: 'KL to the prior',
    elbo: 'ELBO',
    notElbo: '−(R + KL), which is not the ELBO here',
    split: 'KL = I + KL(q̄||p)',
    mutualInformation: 'Mutual information I(x; z)',
    momentIdentity: 'Var μ + mean σ², axis by axis',
    gridMass: 'Mass that the quadrature holds',
    activeAxes: 'Active axes',
    spread: 'Spread of the centres',
    meanSigma: 'Mean σ',
    relativeSigma: 'Mean σ / spread of the centres',
  },
  says: {
    reconstruction: (fromCentres, inNats) =>
      `How badly an image is rebuilt from ${fromCentres ? 'its centre μ' : 'a code drawn from its posterior'}${inNats ? ', in nats: −ln p(x|z)' : ': the squared error, summed over the pixels'}.`,
    kl: 'How far each posterior is from the prior, on average.',
    elbo: '−(R + KL): no more than the log-likelihood ln p(x) of the data, and what training raises at β = σ = 1.',
    notElbo:
      'The ELBO takes posteriors that have a width, codes drawn from all of them (σ = 1), and an R that is a log-likelihood: this is no bound of ln p(x).',
    split: 'The pull on each posterior has two parts: what it keeps to itself, and what all of them together miss.',
    mutualInformation:
      'What a code tells of its image; posteriors may keep it, however well they cover the circle together.',
    aggregateKl: 'How far the sum of all posteriors is from the prior: small where they cover it evenly.',
    coverage: 'The share of codes drawn from the prior that fall into at least one of them.',
    momentIdentity: 'The variance of all posteriors together. At the optimum it is 1 on every active axis.',
    gridMass: 'How much of all posteriors I and KL(q̄||p) were summed over: all of it, but for the rounding.',
    activeAxes: (widened) =>
      `Axes on which the centres vary: Var μ > 0.01.${widened ? ' On the others the pull of the prior makes a posterior as wide as the prior.' : ''}`,
    spread: 'Standard deviation of the centres, over all axes.',
    meanSigma: 'Standard deviation of a posterior, mean over all images and axes.',
    relativeSigma: (sigma, spread) => `${sigma} / ${spread}: how wide a posterior is beside the cloud of the centres.`,
  },
  plane: (name) => `${name}, on the plane`,
  curves: 'Over the training',
  curveLabel: (name, value) => `${name} over the training, now ${value}`,
  aggregateKl: (many) => `KL of all ${many} together, KL(q̄||p)`,
  coverage: (many, reach) => `Prior mass inside the ${reach}σ ${many}`,
  coverageNoNoise: (many) => `Prior mass inside the ${many}, which are points: σ is at 0`,
  coverageOfPoints: 'Prior mass inside the posteriors, which are points',
  boxKl: (kl, ellipses, rest, axis, outside, all) =>
    `Why ellipses: of these ${kl} nats, ellipses of the same σ would have ${ellipses}; the corners add ${rest}, ${axis} an axis. Against a prior uniform on ±1.73 the KL is infinite as soon as a rectangle pokes out, and ${outside} of ${all} do.`,
  linear: (error, least, more, angle) =>
    `A linear model, beside principal component analysis of the images that it is trained on: its squared error is ${error} an image; that of as many principal components is ${least}, the least that any plane has, so the model’s is ${more} more. The largest angle between the two planes is ${angle}.`,
  linearHeldOut: (error, components) =>
    `On the images that are held out the model’s is ${error}, that of the components ${components}.`,
  unsettled: 'The search for the components was given up before they had settled: their error is above the least.',
  evidence: 'ln p(x), and how close the ELBO comes to it',
  nats: 'nats',
};
