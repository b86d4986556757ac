import { type EvidenceInput, evidence } from '../../math/evidence';
import type { PlaneAxes } from '../../math/planar';
import { klOf, onPlane, type Posteriors } from '../../math/posterior';
import { createRandom } from '../../math/random';
import type { JobAnswers } from '../jobProtocol';
import type { Moment } from './moment';
import { decoded, type Work } from './work';

/** Of the draw of images where the data are too many: the same at every step, so that changes are the model's. */
const SEED = 8;

/**
 * ln p(x), ELBO and gap over the data.
 * @throws RangeError where the likelihood is no density, or codes have more axes than quadrature can do
 */
export function* evidenceOf(moment: Moment): Work<JobAnswers['evidence']> {
  const { latent } = moment.architecture;
  if (moment.model === null) throw new RangeError('The squared error is no density of images: there is no p(x)');
  if (latent > 2) throw new RangeError(`p(x) is computed for codes of one or two axes, not ${latent}`);
  const { n, images } = moment.images;
  const input = evidenceInput(moment, images, yield* moment.posteriors(), moment.axes)!;
  const all = Uint32Array.from({ length: n }, (_, i) => i);
  const found = yield* decoded(evidence(input, all, createRandom(SEED)), (points) => moment.outputsOfPlane(points));
  return { ...moment.stamp, of: n, ...found };
}

/** Images and their posteriors, for quadrature on two axes; null where there is no p(x), or more axes. */
export function evidenceInput(
  { model, architecture: { inputs, latent } }: Moment,
  images: Float32Array,
  posteriors: Posteriors,
  axes: PlaneAxes,
): EvidenceInput | null {
  if (model === null || latent > 2) return null;
  const kl = Float64Array.from({ length: images.length / inputs }, (_, i) => klOf(posteriors, i));
  return { model, images, pixels: inputs, posteriors: onPlane(posteriors, axes), kl };
}
