import type { Coverage } from '../math/coverage';
import { moments } from '../math/moments';
import type { PlaneAxes } from '../math/planar';
import { meanKl, onPlane, outlineReach, posteriorsOf } from '../math/posterior';
import { surgery } from '../math/surgery';
import { type Architecture, familyOf } from '../model/layout';
import type { Trainer } from '../model/trainer';
import type { Measures } from './protocol';

/**
 * The numbers of a code space for the present parameters, over all of the data.
 * @param axes the plane that quadrature looks at
 */
export async function measure(
  trainer: Trainer,
  coverage: Coverage,
  architecture: Architecture,
  axes: PlaneAxes,
): Promise<Measures> {
  const { step, epoch } = trainer;
  const { noiseScale } = trainer.hyper;
  // Both are asked for at once: training may go on while the engine answers.
  const [codes, terms] = await Promise.all([trainer.engine.encode('data'), trainer.evaluate()]);
  const family = familyOf(architecture);
  const { latent } = architecture;
  const posteriors = posteriorsOf(family, latent, codes);
  const kl = meanKl(posteriors);
  const plane = onPlane(posteriors, axes);
  const parts = surgery(posteriors, axes);
  let next = parts.next();
  while (!next.done) next = parts.next();
  const { klMean: planeKl, mutualInformation, aggregateKl, gridMass } = next.value;
  const { activeAxes, meanSigma, spread, largestRadius, identity } = moments(posteriors.mu, posteriors.sigma, latent);
  return {
    step,
    epoch,
    reconstruction: terms.reconstruction,
    regulariser: terms.regulariser,
    kl,
    elbo: -(terms.reconstruction + kl),
    planeKl,
    mutualInformation,
    aggregateKl,
    gridMass,
    coverage1: coverage.priorCoverage(plane, outlineReach(family, 1, noiseScale)),
    coverage2: coverage.priorCoverage(plane, outlineReach(family, 2, noiseScale)),
    circleCoverage: coverage.circleCoverage(plane, outlineReach(family, 1, noiseScale)),
    activeAxes,
    axes,
    meanSigma: meanSigma.reduce((sum, value) => sum + value / meanSigma.length, 0),
    momentIdentity: [...identity],
    spread,
    largestRadius,
  };
}
