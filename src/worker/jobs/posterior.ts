import { imageEvidence } from '../../math/evidence';
import { bernoulliAngles, gaussianImages } from '../../math/fisher';
import { predictedPosteriors } from '../../math/laplace';
import { metricsAt } from '../../math/metric';
import { onPlane, type PlanarPosteriors } from '../../math/posterior';
import { truePosteriorDensity } from '../../math/truePosterior';
import { gridCodes } from '../../math/window';
import type { JobAnswers, JobRequests } from '../jobProtocol';
import { evidenceInput } from './evidence';
import type { Moment } from './moment';
import { decoded, type Work, wait } from './work';

/**
 * One image: its true posterior, and the ellipse that the decoder's curvature predicts.
 * @throws RangeError where there is no such image
 */
export function* posteriorOf(moment: Moment, request: JobRequests['posterior']): Work<JobAnswers['posterior']> {
  const { index, window, size } = request;
  const { n, images } = moment.images;
  if (!(Number.isInteger(index) && index >= 0 && index < n)) {
    throw new RangeError(`There is no image ${index}: there are ${n}, counted from 0`);
  }
  const posteriors = yield* moment.posteriors();
  const { latent, mu } = posteriors;
  const predicted = yield* predictedAt(moment, mu.slice(index * latent, (index + 1) * latent));
  const input = yield* evidenceInput(moment, posteriors);
  if (typeof input === 'string') return { ...moment.stamp, index, window, size, predicted, lacking: input };
  const decode = (points: Float32Array): Promise<Float32Array> => moment.outputsPlane(points);
  const [evidence] = yield* decoded(imageEvidence(input, Uint32Array.of(index)), decode);
  const image = images.subarray(index * input.pixels, (index + 1) * input.pixels);
  const points = gridCodes(window, size);
  const values = new Float32Array(size * size);
  // Row by row: a row of cells is one call of the engine.
  for (let row = 0; row < size; row++) {
    const part = points.subarray(2 * row * size, 2 * (row + 1) * size);
    const outputs = yield* wait(decode(part));
    values.set(truePosteriorDensity(input.model, image, outputs, part, evidence!.logEvidence), row * size);
  }
  return { ...moment.stamp, window, size, predicted, values, ...evidence! };
}

/** (I + F(μ))⁻¹ of one code. */
function* predictedAt(moment: Moment, code: Float32Array): Work<PlanarPosteriors> {
  const { latent } = moment.architecture;
  const { likelihood } = moment.hyper;
  const isBernoulli = likelihood === 'bernoulli';
  // The squared error is that of σ̃ = √½.
  const sigmaX = likelihood === 'squared' ? Math.SQRT1_2 : yield* moment.sigmaX();
  const fisher = yield* decoded(metricsAt(code, latent), async (codes) => {
    const outputs = await moment.rawOutputs(codes);
    return isBernoulli ? bernoulliAngles(outputs) : gaussianImages(outputs, sigmaX);
  });
  return onPlane(predictedPosteriors(code, fisher, latent), moment.axes);
}
