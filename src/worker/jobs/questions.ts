import { continuity } from '../../math/continuity';
import type { Coverage } from '../../math/coverage';
import { pairDistances } from '../../math/imageDistance';
import { findOutliers } from '../../math/outliers';
import { plausibility } from '../../math/plausible';
import { onPlane, outlineReach, type PlanarPosteriors, type Posteriors } from '../../math/posterior';
import { drawPrior } from '../../math/priorSamples';
import { createRandom } from '../../math/random';
import { rowsAt } from '../../math/rows';
import { cloudShape } from '../../math/shape';
import { surgery } from '../../math/surgery';
import { unionArea } from '../../math/union';
import type { JobAnswers, Region } from '../jobProtocol';
import type { Moment } from './moment';
import { decoded, type Work } from './work';

/** Codes drawn from the prior: the standard error of a share of them is 2.2 % at most. */
const DRAWN = 512;

/** Images whose reconstructions are looked at: their 95th percentile is known to a few per cent. */
const REBUILT = 1024;

/** Centres by which the cloud is judged: every so many of a large data set are as good as all. */
const JUDGED = 4096;

/**
 * The four questions about a code space. What is drawn is drawn from the same seed at every moment, so that two answers
 * differ by their models, and not by chance.
 * @throws RangeError of a decoder alone, of a single image, and of codes that are no numbers
 */
export function* questions(moment: Moment, coverage: Coverage): Work<JobAnswers['questions']> {
  const { n, images } = moment.images;
  const { latent, inputs } = moment.architecture;
  const { noiseScale, beta } = moment.hyper;
  const posteriors = yield* moment.posteriors();
  if (n < 2) throw new RangeError('The data set has a single image: its code is no cloud that could be asked about');
  if (!posteriors.mu.every(Number.isFinite)) throw new RangeError('Some codes are no numbers: none can be asked about');
  const plane = onPlane(posteriors, moment.axes);
  yield;
  const region = yield* regionOf(posteriors, plane, moment, coverage);
  const outliers = yield* findOutliers(posteriors.mu, latent);

  const random = createRandom(0);
  const samples = yield* drawPrior(plane, noiseScale, DRAWN, random);
  const reconstructionDistances = yield* rebuildDistances(moment, posteriors.mu);
  const reference = { images, pixels: inputs, reconstructionDistances };
  const decode = (codes: Float32Array): Promise<Float32Array> => moment.decodePlane(codes);
  const plausible = yield* decoded(plausibility(samples, reference, random), decode);
  const smooth = yield* decoded(continuity(samples, inputs, random), decode);
  return { ...moment.stamp, beta, noiseScale, region, plausibility: plausible, outliers, continuity: smooth };
}

/** What the codes cover, and what shape their centres have. */
function* regionOf(
  posteriors: Posteriors,
  plane: PlanarPosteriors,
  { axes, hyper: { noiseScale } }: Moment,
  coverage: Coverage,
): Work<Region> {
  const [once, twice] = [1, 2].map((k) => outlineReach(plane.family, k, noiseScale)) as [number, number];
  const coverage1 = coverage.priorCoverage(plane, once);
  yield;
  const coverage2 = coverage.priorCoverage(plane, twice);
  yield;
  const circleCoverage = coverage.circleCoverage(plane, once);
  yield;
  const area = yield* unionArea(plane, once);
  const { aggregateKl } = yield* surgery(posteriors, axes);
  // Of points it is infinite whatever they look like: then their centres alone decide.
  const known = Number.isFinite(aggregateKl) ? aggregateKl : undefined;
  return { coverage1, coverage2, circleCoverage, area, aggregateKl, ...cloudShape(someCentres(plane), known) };
}

/** So many centres, evenly from all. */
function someCentres({ mu }: PlanarPosteriors): Float32Array {
  const stride = Math.ceil(mu.length / 2 / JUDGED);
  return stride === 1 ? mu : mu.filter((_, k) => Math.floor(k / 2) % stride === 0);
}

/** ‖x − m(μ(x))‖ of images, drawn where there are many. @param mu of all images, n × d */
function* rebuildDistances(moment: Moment, mu: Float32Array): Work<Float64Array> {
  const { n, images } = moment.images;
  const { latent, inputs } = moment.architecture;
  const order = Uint32Array.from({ length: n }, (_, i) => i);
  if (n > REBUILT) createRandom(0, 1).shuffle(order);
  const some = order.subarray(0, REBUILT);
  const distances = new Float64Array(some.length);
  yield* moment.means(rowsAt(mu, latent, some), (means, from) => {
    const rows = some.subarray(from / inputs, (from + means.length) / inputs);
    distances.set(pairDistances(means, rowsAt(images, inputs, rows), inputs), from / inputs);
  });
  return distances;
}
