import { type EvidenceInput, imageEvidence } from '../../math/evidence';
import { bernoulliAngles, gaussianImages } from '../../math/fisher';
import { gridCodes } from '../../math/gridCodes';
import { predictedPosteriors } from '../../math/laplace';
import { enclosingLevels, priorMassWithin } from '../../math/levels';
import { metricsAt } from '../../math/metric';
import type { PlaneAxes } from '../../math/planar';
import { klOf, onPlane, type Posteriors } from '../../math/posterior';
import { type TruePosterior, truePosteriorDensity } from '../../math/truePosterior';
import type { TrueDensity } from '../jobAnswers';
import type { JobAnswers, JobRequests } from '../jobProtocol';
import { densityOf, evidenceInput } from './evidence';
import type { Moment } from './moment';
import { expectedReconstruction, SQUARED } from './reconstruction';
import { decoded, type Work, wait } from './work';

/** Half a side of the window around p(z|x), in its standard deviations along the wider axis; and at least. */
const REACH = 4;
const LEAST = 1e-3;

/** What a model says of one image. @throws RangeError of an image or an axis that there is not */
export function* posteriorOf(moment: Moment, request: JobRequests['posterior']): Work<JobAnswers['posterior']> {
  const { index, axes, size } = request;
  const { latent } = moment.architecture;
  const wrong = axes.find((axis) => axis >= latent);
  if (wrong !== undefined) throw new RangeError(`There is no axis ${wrong}; codes have ${latent}`);
  const image = moment.image(index);
  const model = yield* densityOf(moment);
  const posteriors = yield* moment.posteriorsOf(image);
  return {
    step: moment.step,
    axes,
    index,
    posteriors,
    reconstruction: yield* expectedReconstruction(moment, image, posteriors, axes),
    kl: klOf(posteriors, 0),
    predicted: onPlane(yield* predicted(moment, posteriors), axes),
    ...(typeof model === 'string'
      ? { truth: null, lacking: model }
      : {
          truth: yield* trueDensity(moment, yield* evidenceInput(moment, model, posteriors, image, axes), axes, size),
          lacking: null,
        }),
  };
}

/** (I + F)⁻¹ around μ. */
function* predicted(moment: Moment, { mu, latent }: Posteriors): Work<Posteriors> {
  const model = (yield* moment.model()) ?? SQUARED;
  const image = (outputs: Float32Array): Float32Array =>
    model.kind === 'bernoulli' ? bernoulliAngles(outputs) : gaussianImages(outputs, model.sigmaX);
  const fisher = yield* decoded(metricsAt(mu, latent), async (codes) => image(await moment.rawOutputs(codes)));
  return predictedPosteriors(mu, fisher, latent);
}

/** p(z|x) of the one image, its numbers and its density on a grid around it. */
function* trueDensity(moment: Moment, input: EvidenceInput, axes: PlaneAxes, size: number): Work<TrueDensity> {
  const outputs = (points: Float32Array): Promise<Float32Array> => moment.outputsPlane(points, axes);
  const [found] = yield* decoded(imageEvidence(input, Uint32Array.of(0)), outputs);
  const { index: _, centre: __, ...evidence } = found!;
  const window = windowAround(evidence);
  const points = gridCodes(window, size);
  const values = new Float32Array(size * size);
  // A row of cells at a time.
  for (let from = 0; from < points.length; from += 2 * size) {
    const row = points.subarray(from, from + 2 * size);
    const { model, images } = input;
    const density = truePosteriorDensity(model, images, yield* wait(outputs(row)), row, evidence.logEvidence);
    values.set(density, from / 2);
  }
  const levels = enclosingLevels({ values, size, window, mass: 1 }, [1, 2].map(priorMassWithin));
  return { ...evidence, density: { window, size, values, levels } };
}

function windowAround({ mean: [x, y], covariance: [xx, , yy] }: TruePosterior): { x: number; y: number; half: number } {
  return { x, y, half: Math.max(LEAST, REACH * Math.sqrt(Math.max(xx, yy))) };
}
