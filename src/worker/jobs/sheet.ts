import { decodeAll } from '../../math/decoding';
import { meshCodes } from '../../math/mesh';
import { moments } from '../../math/moments';
import { alongComponents } from '../../math/pca';
import { largestPrincipalAngle } from '../../math/subspace';
import type { JobAnswers } from '../jobProtocol';
import type { Moment } from './moment';
import { componentsOf, directions, meanOver } from './pca';
import { decoded, type Work } from './work';

/** Components that the images are seen along: two of a plane, and one across it. */
const SEEN = 3;

/**
 * The surface that the decoder makes of the plane of codes, among the images that it is to rebuild. Outputs are raw, as
 * they are trained: cut off at 0 and 1 a plane would not be flat.
 * @throws RangeError of codes of other than two axes, of a Bernoulli model, whose outputs are no images, of images of fewer
 *   than three pixels, and of a decoder alone
 */
export function* sheet(moment: Moment): Work<JobAnswers['sheet']> {
  const { hidden, latent, inputs } = moment.architecture;
  if (latent !== 2) throw new RangeError(`A surface has codes of two axes, and these have ${latent}`);
  if (moment.hyper.likelihood === 'bernoulli') {
    throw new RangeError('The outputs of a Bernoulli model are logits: they do not lie among the images');
  }
  const components = yield* componentsOf(moment, SEEN);
  const { mu, sigma } = yield* moment.posteriors();
  const { training } = moment.shares;
  const error = meanOver(training, yield* moment.squaredErrors(mu, true));
  const mesh = meshCodes(moments(mu, sigma));
  const outputs = yield* decoded(decodeAll(mesh.codes, inputs, latent), (codes) => moment.rawOutputs(codes));
  const isLinear = hidden.length === 0;
  const plane = components.components.slice(0, 2 * inputs);
  return {
    ...moment.stamp,
    deviations: Array.from(components.variances, Math.sqrt),
    images: yield* alongComponents({ images: moment.images.images, pixels: inputs }, components),
    lines: mesh.lines,
    mesh: yield* alongComponents({ images: outputs, pixels: inputs }, components),
    // What the third of them explains is left, too, where there are only two.
    pcaError: components.error + components.variances[SEEN - 1]!,
    modelError: error,
    angle: isLinear ? largestPrincipalAngle(yield* directions(moment, latent, inputs), plane, 2) : null,
  };
}
