import { type EvidenceInput, evidence } from '../../math/evidence';
import { klOf, onPlane, type Posteriors } from '../../math/posterior';
import { createRandom } from '../../math/random';
import type { JobAnswers, JobRequests } from '../jobProtocol';
import type { Moment } from './moment';
import { decoded, type Work } from './work';

/** Draws the images that are looked at where not all are: the same ones at every moment. */
const SEED = 1;

/**
 * ln p(x), ELBO and gap over the data.
 * @throws RangeError where the model has no p(x), or codes of more than two axes
 */
export function* evidenceOf(moment: Moment, { operations }: JobRequests['evidence']): Work<JobAnswers['evidence']> {
  const posteriors = yield* moment.posteriors();
  yield;
  const input = yield* evidenceInput(moment, posteriors);
  if (typeof input === 'string') throw new RangeError(input);
  const indices = Uint32Array.from({ length: moment.images.n }, (_, i) => i);
  const found = evidence(input, indices, createRandom(SEED), operations);
  return { ...moment.stamp, ...(yield* decoded(found, (points) => moment.outputsPlane(points))) };
}

/**
 * What quadrature needs; or why there is nothing to compute.
 * @param images whose posteriors these are: all, if nothing is said
 */
export function* evidenceInput(
  moment: Moment,
  posteriors: Posteriors,
  images = moment.images.images,
  axes = moment.axes,
): Work<EvidenceInput | string> {
  const { latent, inputs } = moment.architecture;
  const model = yield* moment.model();
  if (model === null) return 'The squared error is no density of images: there is no p(x)';
  if (latent > 2) return `ln p(x) is found by quadrature over codes of one or two axes: these have ${latent}`;
  return {
    model,
    images,
    pixels: inputs,
    posteriors: onPlane(posteriors, axes),
    kl: Float64Array.from({ length: images.length / inputs }, (_, i) => klOf(posteriors, i)),
  };
}
