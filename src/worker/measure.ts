import type { Coverage } from '../math/coverage';
import { moments } from '../math/moments';
import { type PlaneAxes, planar } from '../math/planar';
import { klMean, surgery } from '../math/surgery';
import type { Trainer } from '../model/trainer';
import type { Measures } from './protocol';

/**
 * The numbers of a code space for the present parameters, over all of the data.
 * @param latent d, axes of a code
 * @param axes the plane that quadrature looks at
 */
export async function measure(
  trainer: Trainer,
  coverage: Coverage,
  latent: number,
  axes: PlaneAxes,
): Promise<Measures> {
  const { step, epoch } = trainer;
  const { noiseScale } = trainer.hyper;
  // Both are asked for at once: training may go on while the engine answers.
  const [{ mu, logVar }, terms] = await Promise.all([trainer.engine.encode('data'), trainer.evaluate()]);
  const sigma = logVar.map((value) => Math.exp(0.5 * value));
  const kl = klMean(mu, sigma, latent);
  const centres = planar(mu, latent, axes, 0);
  const widths = planar(sigma, latent, axes, 1);
  const { klMean: planeKl, mutualInformation, aggregateKl, gridMass } = surgery(centres, widths);
  const { activeAxes, meanSigma, spread, largestRadius, identity } = moments(mu, sigma, latent);
  return {
    step,
    epoch,
    reconstruction: terms.reconstruction,
    regulariser: terms.regulariser,
    kl,
    elbo: -(terms.reconstruction + kl),
    planeKl: latent > 2 ? planeKl : kl,
    mutualInformation,
    aggregateKl,
    gridMass,
    coverage1: coverage.priorCoverage(centres, widths, noiseScale),
    coverage2: coverage.priorCoverage(centres, widths, 2 * noiseScale),
    circleCoverage: coverage.circleCoverage(centres, widths, noiseScale),
    activeAxes,
    axes,
    meanSigma: meanSigma.reduce((sum, value) => sum + value / meanSigma.length, 0),
    momentIdentity: [...identity],
    spread,
    largestRadius,
  };
}
