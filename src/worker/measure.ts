import type { Coverage } from '../math/coverage';
import { moments } from '../math/moments';
import { surgery } from '../math/surgery';
import type { Trainer } from '../model/trainer';
import type { Measures } from './protocol';

/** The numbers of MATH.md for the present parameters of a run with a two-dimensional code, over all of its data. */
export async function measure(trainer: Trainer, coverage: Coverage): Promise<Measures> {
  const { step, epoch } = trainer;
  const { noiseScale } = trainer.hyper;
  // Both are asked for at once: training may go on while the engine answers.
  const [{ mu, logVar }, terms] = await Promise.all([trainer.engine.encode('data'), trainer.evaluate()]);
  const sigma = logVar.map((value) => Math.exp(0.5 * value));
  const { klMean, mutualInformation, aggregateKl, gridMass } = surgery(mu, sigma);
  const { activeAxes, meanSigma, spread, largestRadius, identity } = moments(mu, sigma);
  return {
    step,
    epoch,
    reconstruction: terms.reconstruction,
    regulariser: terms.regulariser,
    kl: klMean,
    elbo: -(terms.reconstruction + klMean),
    mutualInformation,
    aggregateKl,
    gridMass,
    coverage1: coverage.priorCoverage(mu, sigma, noiseScale),
    coverage2: coverage.priorCoverage(mu, sigma, 2 * noiseScale),
    circleCoverage: coverage.circleCoverage(mu, sigma, noiseScale),
    activeAxes,
    meanSigma: meanSigma.reduce((sum, value) => sum + value / meanSigma.length, 0),
    momentIdentity: [...identity],
    spread,
    largestRadius,
  };
}
