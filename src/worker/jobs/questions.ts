import { continuity } from '../../math/continuity';
import type { Coverage } from '../../math/coverage';
import { findOutliers } from '../../math/outliers';
import { plausibility } from '../../math/plausible';
import { onPlane, outlineReach } from '../../math/posterior';
import { drawPrior } from '../../math/priorSamples';
import { createRandom } from '../../math/random';
import { rowsAt } from '../../math/rows';
import { cloudShape } from '../../math/shape';
import { surgery } from '../../math/surgery';
import type { JobAnswers } from '../jobProtocol';
import type { Moment } from './moment';
import { decoded, type Work } from './work';

/** Codes drawn from the prior. */
const DRAWN = 1000;

/** Of the draws: the same ones at every moment. */
const SEED = 1;

/** What the four questions about a code space are answered from (MATH.md), seen on the plane. */
export function* questions(moment: Moment, coverage: Coverage): Work<JobAnswers['questions']> {
  const { inputs } = moment.architecture;
  const { noiseScale } = moment.hyper;
  const posteriors = yield* moment.posteriors();
  const plane = onPlane(posteriors, moment.axes);
  const { aggregateKl } = yield* surgery(posteriors, moment.axes);
  const random = createRandom(SEED);
  const samples = yield* drawPrior(plane, noiseScale, DRAWN, random);
  const distances = (yield* moment.squaredErrors(posteriors.mu)).map(Math.sqrt);
  const reference = { images: moment.images.images, pixels: inputs, reconstructionDistances: distances };
  const decode = (points: Float32Array): Promise<Float32Array> => moment.decodePlane(points);
  yield;
  const shape = cloudShape(plane.mu, aggregateKl);
  yield;
  const coverage1 = coverage.priorCoverage(plane, outlineReach(plane.family, 1, noiseScale));
  yield;
  const coverage2 = coverage.priorCoverage(plane, outlineReach(plane.family, 2, noiseScale));
  yield;
  const outliers = yield* findOutliers(posteriors.mu, posteriors.latent);
  return {
    ...moment.stamp,
    shape,
    aggregateKl,
    coverage1,
    coverage2,
    plausibility: yield* decoded(plausibility(samples, reference, random), decode),
    continuity: yield* decoded(continuity(samples, inputs, random), decode),
    outliers,
    outlierCodes: rowsAt(
      plane.mu,
      2,
      Uint32Array.from(outliers.listed, ({ index }) => index),
    ),
  };
}
