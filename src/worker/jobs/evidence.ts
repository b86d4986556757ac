import { type Evidence, type EvidenceInput, evidence } from '../../math/evidence';
import type { ObservationModel } from '../../math/logLikelihood';
import { klOf, onPlane, type Posteriors } from '../../math/posterior';
import { createRandom } from '../../math/random';
import type { JobAnswers, JobRequests } from '../jobProtocol';
import type { Moment } from './moment';
import { decoded, type Work } from './work';

/** Draws the images that are looked at where not all are: the same ones at every moment. */
const SEED = 1;

/** Codes whose KL is taken between two yields: about a millisecond. */
const SLICE = 8192;

/**
 * ln p(x), ELBO and gap over the data, each share of it apart.
 * @throws RangeError where the model has no p(x), or codes of more than two axes; and of a decoder alone
 */
export function* evidenceOf(moment: Moment, { operations }: JobRequests['evidence']): Work<JobAnswers['evidence']> {
  const model = yield* densityOf(moment);
  if (typeof model === 'string') throw new RangeError(model);
  const posteriors = yield* moment.posteriors();
  yield;
  return { ...moment.stamp, ...(yield* evidenceWith(moment, model, posteriors, operations)) };
}

/** The same of a model that has a p(x), whose posteriors of all images are known. */
export function* evidenceWith(
  moment: Moment,
  model: ObservationModel,
  posteriors: Posteriors,
  operations?: number,
): Work<Evidence> {
  const input = yield* evidenceInput(moment, model, posteriors);
  const found = evidence(input, moment.shares, createRandom(SEED), operations);
  return yield* decoded(found, (points) => moment.outputsPlane(points));
}

/** The density of images whose evidence can be found; or why there is none to find. */
export function* densityOf(moment: Moment): Work<ObservationModel | string> {
  const { latent } = moment.architecture;
  const model = yield* moment.model();
  if (model === null) return 'The squared error is no density of images: there is no p(x)';
  if (latent > 2) return `ln p(x) is found by quadrature over codes of one or two axes: these have ${latent}`;
  return model;
}

/**
 * What quadrature needs.
 * @param images whose posteriors these are: all, if nothing is said
 */
export function* evidenceInput(
  moment: Moment,
  model: ObservationModel,
  posteriors: Posteriors,
  images = moment.images.images,
  axes = moment.axes,
): Work<EvidenceInput> {
  const { latent, inputs } = moment.architecture;
  const kl = new Float64Array(images.length / inputs);
  for (let i = 0; i < kl.length; i++) {
    if (i % SLICE === SLICE - 1) yield;
    kl[i] = klOf(posteriors, i);
  }
  return {
    model,
    images,
    pixels: inputs,
    posteriors: onPlane(posteriors, axes),
    axes: latent === 1 ? 1 : 2,
    kl,
  };
}
