import { type PrincipalComponents, principalComponents } from '../../math/pca';
import { largestPrincipalAngle } from '../../math/subspace';
import type { JobAnswers } from '../jobProtocol';
import type { Images } from '../protocol';
import type { Moment } from './moment';
import { type Work, wait } from './work';

/** Components of images that were looked at before: they are the same however a model is trained. */
const known = new WeakMap<Images, PrincipalComponents>();

/**
 * A linear model beside the principal components of its images.
 * @throws RangeError of a model with hidden layers
 */
export function* pca(moment: Moment): Work<JobAnswers['pca']> {
  const { hidden, latent, inputs } = moment.architecture;
  if (hidden.length > 0) {
    throw new RangeError(`A model with ${hidden.length} hidden layers is not linear: it has no plane to compare with`);
  }
  const components = yield* componentsOf(moment);
  const { mu } = yield* moment.posteriors();
  const errors = yield* moment.squaredErrors(mu, true);
  return {
    ...moment.stamp,
    pcaError: components.error,
    modelError: errors.reduce((sum, error) => sum + error / errors.length, 0),
    angle: largestPrincipalAngle(yield* directions(moment, latent, inputs), components.components, latent),
  };
}

function* componentsOf({ images, architecture }: Moment): Work<PrincipalComponents> {
  const { inputs, latent } = architecture;
  const before = known.get(images);
  if (before?.variances.length === latent) return before;
  const found = yield* principalComponents(images.images, inputs, latent);
  known.set(images, found);
  return found;
}

/** What one unit of each axis of the code adds to the image, d × D. */
function* directions(moment: Moment, latent: number, inputs: number): Work<Float32Array> {
  // The origin, then the end of each axis.
  const codes = new Float32Array((latent + 1) * latent);
  for (let axis = 0; axis < latent; axis++) codes[(axis + 1) * latent + axis] = 1;
  const outputs = yield* wait(moment.rawOutputs(codes));
  return outputs.slice(inputs).map((value, i) => value - outputs[i % inputs]!);
}
