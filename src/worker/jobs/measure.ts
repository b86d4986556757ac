import type { Coverage } from '../../math/coverage';
import { moments } from '../../math/moments';
import { meanKl, onPlane, outlineReach } from '../../math/posterior';
import { surgery } from '../../math/surgery';
import type { Measures } from '../jobProtocol';
import type { Moment } from './moment';
import type { Work } from './work';

/** The numbers of a code space at a moment, over all of the data. */
export function* measure(moment: Moment, coverage: Coverage): Work<Measures> {
  const { step, epoch, axes } = moment;
  const { noiseScale } = moment.hyper;
  const posteriors = yield* moment.posteriors();
  const terms = yield* moment.losses();
  const { family, latent, mu, sigma } = posteriors;
  yield;
  const kl = meanKl(posteriors);
  const plane = onPlane(posteriors, axes);
  const { klMean: planeKl, mutualInformation, aggregateKl, gridMass } = yield* surgery(posteriors, axes);
  yield;
  const { activeAxes, meanSigma, spread, largestRadius, identity } = moments(mu, sigma, latent);
  yield;
  const [once, twice] = [1, 2].map((k) => outlineReach(family, k, noiseScale)) as [number, number];
  const coverage1 = coverage.priorCoverage(plane, once);
  yield;
  const coverage2 = coverage.priorCoverage(plane, twice);
  yield;
  return {
    step,
    epoch,
    noiseScale,
    reconstruction: terms.reconstruction,
    regulariser: terms.regulariser,
    kl,
    elbo: -(terms.reconstruction + kl),
    planeKl,
    mutualInformation,
    aggregateKl,
    gridMass,
    coverage1,
    coverage2,
    circleCoverage: coverage.circleCoverage(plane, once),
    activeAxes,
    axes,
    meanSigma: meanSigma.reduce((sum, value) => sum + value / meanSigma.length, 0),
    momentIdentity: [...identity],
    spread,
    largestRadius,
  };
}
