import { drawRows } from '../../math/binarise';
import { onPlane } from '../../math/posterior';
import { rowsAt } from '../../math/rows';
import { spreadOut } from '../../math/spread';
import type { Batch } from '../../model/batches';
import { imageStep } from '../../model/exact/imageStep';
import type { StepImage } from '../jobAnswers';
import type { JobAnswers, JobRequests } from '../jobProtocol';
import type { Moment, Upcoming } from './moment';
import { type Work, wait } from './work';

/**
 * The next training step: its batch and noise, its loss, and some of its images taken apart.
 * @throws RangeError of a model that is not trained, or for no images
 */
export function* nextStep(moment: Moment, request: JobRequests['nextStep']): Work<JobAnswers['nextStep']> {
  const { upcoming } = moment;
  if (upcoming === null) throw new RangeError('A model of tfjs-layers is not trained here: there is no next step');
  if (!(Number.isInteger(request.count) && request.count > 0)) {
    throw new RangeError(`count is ${request.count}; it must be a whole number from 1`);
  }
  const { batch } = upcoming;
  // Of the step itself: a pace that is planned for it comes into force with it.
  const { draw: _, ...hyper } = upcoming.hyper;
  const { inputs } = moment.architecture;
  const taken = imagesOf(upcoming, moment);
  const posteriors = yield* moment.posteriorsOf(taken);
  const losses = yield* moment.lossOf(upcoming);
  const parameters = yield* wait(upcoming.parameters);
  const selected = request.selected === null ? -1 : batch.images.indexOf(request.selected);
  const places = spreadOut(onPlane(posteriors, moment.axes).mu, request.count, selected < 0 ? null : selected);
  const images: StepImage[] = [];
  for (const place of places) {
    const index = batch.images[place]!;
    const noise = noiseOf(batch, place, moment.architecture.latent);
    const pixels = taken.slice(place * inputs, (place + 1) * inputs);
    images.push({ index, place, pixels, ...(yield* imageStep(parameters, pixels, noise, hyper)) });
  }
  return { ...moment.stamp, hyper, batch: batch.images, noise: batch.noise, posteriors, losses, images };
}

/** The images of a step as it takes them, B × D: those of the data, or their draws. */
function imagesOf({ batch, hyper }: Upcoming, moment: Moment): Float32Array {
  const { inputs } = moment.architecture;
  const { images, intensities = images } = moment.images;
  return hyper.draw === undefined
    ? rowsAt(images, inputs, batch.images)
    : drawRows(intensities, inputs, batch.images, hyper.draw);
}

/** ε of one image of a batch, samples × d. */
function noiseOf({ images, noise }: Batch, place: number, latent: number): Float32Array {
  const rows = noise.length / latent;
  return rowsAt(
    noise,
    latent,
    Uint32Array.from({ length: rows / images.length }, (_, k) => k * images.length + place),
  );
}
