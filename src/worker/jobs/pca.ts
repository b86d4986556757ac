import { type PrincipalComponents, principalComponents, rebuildError } from '../../math/pca';
import { largestPrincipalAngle } from '../../math/subspace';
import type { JobAnswers } from '../jobProtocol';
import type { Images } from '../protocol';
import type { Moment } from './moment';
import { type Work, wait } from './work';

/** Components that were found before, and of which images: they are the same however a model is trained. */
const known = new WeakMap<Images, { readonly training: Uint32Array; readonly found: PrincipalComponents }>();

/**
 * A linear model beside the principal components of the images that both have seen: those that are trained on.
 * @throws RangeError of a model that is not linear, and of a decoder alone
 */
export function* pca(moment: Moment): Work<JobAnswers['pca']> {
  const { hidden, latent, inputs } = moment.architecture;
  if (hidden.length > 0) {
    throw new RangeError(`A model with ${hidden.length} hidden layers is not linear: it has no plane to compare with`);
  }
  if (moment.hyper.likelihood === 'bernoulli') {
    throw new RangeError('The means of a Bernoulli model are no linear function of the code: they have no plane');
  }
  const components = yield* componentsOf(moment, latent);
  const { mu } = yield* moment.posteriors();
  const errors = yield* moment.squaredErrors(mu, true);
  const { training, heldOut } = moment.shares;
  const others = { images: moment.images.images, pixels: inputs, some: heldOut };
  return {
    ...moment.stamp,
    pcaError: components.error,
    modelError: meanOver(training, errors),
    heldOut:
      heldOut.length === 0
        ? null
        : { pcaError: yield* rebuildError(others, components), modelError: meanOver(heldOut, errors) },
    angle: largestPrincipalAngle(yield* directions(moment, latent, inputs), components.components, latent),
    converged: components.converged,
  };
}

export const meanOver = (some: Uint32Array, errors: Float64Array): number =>
  some.reduce((sum, index) => sum + errors[index]! / some.length, 0);

const isSame = (a: Uint32Array, b: Uint32Array): boolean =>
  a.length === b.length && a.every((index, i) => index === b[i]);

/** The first `count` components of the images that are trained on. */
export function* componentsOf(
  { images, architecture: { inputs }, shares: { training } }: Moment,
  count: number,
): Work<PrincipalComponents> {
  const before = known.get(images);
  if (before?.found.variances.length === count && isSame(before.training, training)) return before.found;
  const found = yield* principalComponents({ images: images.images, pixels: inputs, some: training }, count);
  known.set(images, { training, found });
  return found;
}

/** What one unit of each axis of the code adds to the image, d × D. */
export function* directions(moment: Moment, latent: number, inputs: number): Work<Float32Array> {
  // The origin, then the end of each axis.
  const codes = new Float32Array((latent + 1) * latent);
  for (let axis = 0; axis < latent; axis++) codes[(axis + 1) * latent + axis] = 1;
  const outputs = yield* wait(moment.rawOutputs(codes));
  return outputs.slice(inputs).map((value, i) => value - outputs[i % inputs]!);
}
