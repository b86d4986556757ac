import type { Measures } from '../../src/worker/jobProtocol';

/** The numbers of a trained code space, with these changes. */
export const measuresOf = (changes: Partial<Measures> = {}): Measures => ({
  step: 100,
  epoch: 3,
  noiseScale: 1,
  reconstruction: 20.5,
  regulariser: 3.26,
  kl: 3.26,
  elbo: -23.76,
  training: { n: 1797, reconstruction: 20.5, regulariser: 3.26, kl: 3.26, elbo: -23.76 },
  heldOut: null,
  evidence: null,
  planeKl: 3.26,
  mutualInformation: 3.13,
  aggregateKl: 0.13,
  gridMass: 0.99999,
  coverage1: 0.9,
  coverage2: 0.99,
  circleCoverage: 0.97,
  activeAxes: 2,
  axes: [0, 1],
  meanSigma: 0.25,
  momentIdentity: [0.98, 1.02],
  spread: 0.95,
  largestRadius: 3.2,
  ...changes,
});
