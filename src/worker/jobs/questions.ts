import { allFinite } from '../../math/allFinite';
import { continuity } from '../../math/continuity';
import type { Coverage } from '../../math/coverage';
import { explainedShare, judgedVariance } from '../../math/explained';
import type { Shares } from '../../math/holdout';
import { moments } from '../../math/moments';
import { findOutliers } from '../../math/outliers';
import { plausibility } from '../../math/plausible';
import { onPlane } from '../../math/posterior';
import { drawPrior } from '../../math/priorSamples';
import { createRandom } from '../../math/random';
import { rowsAt } from '../../math/rows';
import { cloudShape } from '../../math/shape';
import { surgery } from '../../math/surgery';
import type { JobAnswers } from '../jobProtocol';
import { coveragesOf, sizeOfUnion } from './coverages';
import type { Moment } from './moment';
import { decoded, type Work } from './work';

/** Codes drawn from the prior. */
const DRAWN = 1000;

/** Of the draws: the same ones at every moment. */
const SEED = 1;

/** How much the judged images of a run vary, found once: the images and their shares stay while the code changes. */
const found = new WeakMap<Shares, number>();

/**
 * What the four questions about a code space are answered from (MATH.md): what is covered, and which draws of the prior
 * are, is seen on the plane; draws, their decodes and steps, and codes far from the crowd have all axes.
 * @throws RangeError of a decoder alone, of a single image, and of codes that are no numbers
 */
export function* questions(moment: Moment, coverage: Coverage): Work<JobAnswers['questions']> {
  const { axes } = moment;
  const { inputs, latent } = moment.architecture;
  const { beta, noiseScale } = moment.hyper;
  if (moment.images.n < 2) throw new RangeError('The data set has one image: a single code is no cloud to ask about');
  const posteriors = yield* moment.posteriors();
  if (!allFinite(posteriors.mu)) throw new RangeError('Some codes are no numbers: none can be asked about');
  const plane = onPlane(posteriors, axes);
  const { aggregateKl } = yield* surgery(posteriors, axes);
  const random = createRandom(SEED);
  const samples = yield* drawPrior(plane, noiseScale, { count: DRAWN, latent, axes }, random);
  const errors = yield* moment.squaredErrors(posteriors.mu);
  const distances = errors.map(Math.sqrt);
  const reference = { images: moment.images.images, pixels: inputs, reconstructionDistances: distances };
  const decode = (codes: Float32Array): Promise<Float32Array> => moment.decode(codes);
  yield;
  // Where no sample has a width their centres alone decide: of points it is infinite whatever they look like, and without
  // noise it is of a σ that no sample uses.
  const spread = Number.isFinite(aggregateKl) && noiseScale > 0;
  const explained = explainedShare(yield* varianceOf(moment), errors, moment.shares);
  const shape = yield* cloudShape(plane.mu, spread ? aggregateKl : null, explained);
  yield;
  const coverages = yield* coveragesOf(coverage, plane, axes, noiseScale);
  const outliers = yield* findOutliers(posteriors.mu, latent);
  return {
    ...moment.stamp,
    latent,
    beta,
    noiseScale,
    shape,
    explainedOf: moment.shares.heldOut.length > 0 ? 'heldOut' : 'all',
    aggregateKl,
    ...coverages,
    area: yield* sizeOfUnion(plane, axes, noiseScale),
    plausibility: yield* decoded(plausibility(samples, reference, random), decode),
    continuity: yield* decoded(continuity(samples, inputs, random), decode),
    spread: moments(posteriors.mu, posteriors.sigma, latent).spread,
    outliers,
    outlierCodes: rowsAt(
      plane.mu,
      2,
      Uint32Array.from(outliers.listed, ({ index }) => index),
    ),
  };
}

function* varianceOf({ images: { images }, architecture: { inputs }, shares }: Moment): Work<number> {
  const known = found.get(shares) ?? (yield* judgedVariance(images, inputs, shares));
  found.set(shares, known);
  return known;
}
