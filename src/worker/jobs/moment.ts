import type { Share, Shares } from '../../math/holdout';
import { type ObservationModel, observationModel } from '../../math/logLikelihood';
import { lift, type PlaneAxes } from '../../math/planar';
import { type Posteriors, posteriorsOf } from '../../math/posterior';
import { rowsAt } from '../../math/rows';
import type { Batch } from '../../model/batches';
import type { Hyper, LossTerms, Parameters, StepHyper, Still } from '../../model/engine';
import { type Architecture, createLayout, familyOf } from '../../model/layout';
import { type MeanTerms, meanTerms, type Trainer } from '../../model/trainer';
import type { Stamp } from '../jobAnswers';
import type { Images } from '../protocol';
import { isTrained, type Run } from '../run';
import { joined, posteriorsOfSome, SharedPosteriors } from './sharedPosteriors';
import { type Work, wait } from './work';

/** Rows times parameters of one call of an engine: 2 ms at 20 GFLOP/s, the slower engine's pace on one core. */
const UNIT = 2e7;

/** Rows of one call at most. */
const MOST = 512;

/** What the step after a moment is taken on, and with. */
export interface Upcoming {
  readonly batch: Batch;
  readonly hyper: StepHyper;
  readonly parameters: Promise<Parameters>;
}

/** By their moments: they go with these. */
const shared = new WeakMap<object, SharedPosteriors>();

/** What the jobs of the present moment share. */
function sharedAt({ moment }: Trainer): SharedPosteriors {
  const known = shared.get(moment) ?? new SharedPosteriors();
  shared.set(moment, known);
  return known;
}

/** One moment of a run, for a job: its parameters and settings stay as they are while training goes on. */
export class Moment {
  readonly step: number;
  readonly epoch: number;
  readonly hyper: Hyper;
  /** Of the plane, as the reader sees it. */
  readonly axes: PlaneAxes;
  readonly architecture: Architecture;
  readonly images: Images;
  /** Which images are trained on, and which are only measured. */
  readonly shares: Shares;
  /** What the next step is taken on, where that is wanted; null where it is not, and of a model that is not trained. */
  readonly upcoming: Upcoming | null;
  private readonly trainer: Trainer;
  private readonly canEncode: boolean;
  private readonly shared: SharedPosteriors;
  private readonly still: Still;
  /** Where the losses of this moment are known already. */
  private readonly known: Readonly<Record<Share, Promise<MeanTerms> | null>>;
  /** Rows of one call. */
  private readonly rows: number;

  /** @param wantsNext whether the next step is to be known as well */
  constructor(run: Pick<Run, 'trainer' | 'architecture' | 'shown' | 'images' | 'canEncode'>, wantsNext = false) {
    const { trainer, architecture } = run;
    this.step = trainer.step;
    this.epoch = trainer.epoch;
    this.hyper = trainer.hyper;
    this.axes = run.shown;
    this.architecture = architecture;
    this.images = run.images;
    this.shares = trainer.shares;
    this.trainer = trainer;
    this.canEncode = run.canEncode;
    this.shared = sharedAt(trainer);
    this.still = trainer.engine.still();
    this.known = { training: trainer.known('training'), heldOut: trainer.known('heldOut') };
    this.upcoming = wantsNext && isTrained(run) ? upcomingOf(trainer) : null;
    this.rows = Math.min(MOST, Math.max(1, Math.floor(UNIT / createLayout(architecture).size)));
  }

  /** σ̃ of a Gaussian observation model, given or learned. */
  *sigmaX(): Work<number> {
    const { likelihood, sigmaX } = this.hyper;
    return likelihood === 'gaussian-learned' ? ((yield* wait(this.still.sigmaX())) ?? sigmaX) : sigmaX;
  }

  /** The density of images that the likelihood stands for; null where it is none. */
  *model(): Work<ObservationModel | null> {
    return observationModel(this.hyper.likelihood, yield* this.sigmaX());
  }

  /** What an answer says of its moment. */
  get stamp(): Stamp {
    const { step, axes } = this;
    return { step, axes };
  }

  /** Pixels of one image. @throws RangeError where the data do not have it */
  image(index: number): Float32Array {
    const { images, n } = this.images;
    if (!(Number.isInteger(index) && index >= 0 && index < n)) {
      throw new RangeError(`There is no image ${index}: there are ${n}, counted from 0`);
    }
    const { inputs } = this.architecture;
    return images.subarray(index * inputs, (index + 1) * inputs);
  }

  /** Posteriors of all images, which jobs of the same moment share. @throws RangeError of a decoder alone */
  *posteriors(): Work<Posteriors> {
    const slices = this.imageSlices(this.images.images);
    return yield* this.shared.all(slices, (slice) => this.encode(slice));
  }

  /** Posteriors of some of the images, from those of all where these are known. @throws RangeError of a decoder alone */
  *posteriorsAt(indices: Uint32Array): Work<Posteriors> {
    const { known } = this.shared;
    return known === null ? yield* this.encodeAll(this.chosenSlices(indices)) : posteriorsOfSome(known, indices);
  }

  /** Posteriors of images, m × D, m ≥ 1. @throws RangeError of a decoder alone */
  posteriorsOf(images: Float32Array): Work<Posteriors> {
    return this.encodeAll(this.imageSlices(images));
  }

  /** Means in [0, 1] of points of the plane, m × 2; their other axes are at the prior's mean. */
  decodePlane(points: Float32Array): Promise<Float32Array> {
    return this.decode(lift(points, this.architecture.latent, this.axes));
  }

  /** Means in [0, 1] of m × d codes, in one call. */
  decode(codes: Float32Array): Promise<Float32Array> {
    return this.still.decode(codes, this.hyper.likelihood);
  }

  /** Raw outputs of points of the plane, m × 2. @param axes of the plane: the moment's own, if nothing is said */
  outputsPlane(points: Float32Array, axes = this.axes): Promise<Float32Array> {
    return this.rawOutputs(lift(points, this.architecture.latent, axes));
  }

  /** Raw outputs of m × d codes, in one call. */
  rawOutputs(codes: Float32Array): Promise<Float32Array> {
    return this.still.outputs(codes, this.hyper.likelihood);
  }

  /**
   * ‖x − m(μ(x))‖² of each image, with the means as `decode` has them or, raw, as the decoder puts them out.
   * @param mu n × d
   */
  *squaredErrors(mu: Float32Array, raw = false): Work<Float64Array> {
    const { inputs, latent } = this.architecture;
    const { images } = this.images;
    const errors = new Float64Array(mu.length / latent);
    let at = 0;
    for (const part of this.slices(mu, latent)) {
      const means = yield* wait(raw ? this.rawOutputs(part) : this.decode(part));
      for (let i = 0; i < means.length; i++, at++) errors[Math.floor(at / inputs)]! += (images[at]! - means[i]!) ** 2;
    }
    return errors;
  }

  /** The loss over a share of the data, as `Trainer.evaluate` takes it. */
  *losses(share: Share): Work<MeanTerms> {
    const known = this.known[share];
    if (known !== null) return yield* wait(known);
    const parts: { weight: number; terms: MeanTerms }[] = [];
    for (const { of, weight } of this.trainer.evaluation(share, this.hyper, this.rows)) {
      parts.push({ weight, terms: yield* wait(this.still.evaluate(...of)) });
    }
    return meanTerms(parts);
  }

  /** The loss of the next step, as it takes it: in one call, which takes about as long as a step. */
  *lossOf({ batch: { images, noise }, hyper }: Upcoming): Work<LossTerms> {
    return yield* wait(this.still.evaluate(images, noise, hyper));
  }

  dispose(): void {
    this.still.dispose();
  }

  private *encodeAll(slices: Iterable<Float32Array>): Work<Posteriors> {
    const parts: Posteriors[] = [];
    for (const slice of slices) parts.push(yield* wait(this.encode(slice)));
    yield;
    return joined(parts);
  }

  private async encode(images: Float32Array): Promise<Posteriors> {
    const { architecture } = this;
    return posteriorsOf(familyOf(architecture), architecture.latent, await this.still.encode(images));
  }

  private imageSlices(images: Float32Array): Generator<Float32Array, void> {
    this.checkEncoder();
    return this.slices(images, this.architecture.inputs);
  }

  /** Some of the images in such slices. */
  private *chosenSlices(indices: Uint32Array): Generator<Float32Array, void> {
    this.checkEncoder();
    for (let from = 0; from < indices.length; from += this.rows) {
      yield rowsAt(this.images.images, this.architecture.inputs, indices.subarray(from, from + this.rows));
    }
  }

  private checkEncoder(): void {
    if (!this.canEncode) throw new RangeError('This model is a decoder alone: it has no codes of images');
  }

  /** Rows of `width` numbers in slices that one call takes. */
  private *slices(values: Float32Array, width: number): Generator<Float32Array, void> {
    const size = this.rows * width;
    for (let from = 0; from < values.length; from += size) yield values.subarray(from, from + size);
  }
}

/** Both at once, before another step is taken. */
function upcomingOf(trainer: Trainer): Upcoming {
  const parameters = trainer.engine.save();
  // Of a job that ends first nobody waits for them.
  parameters.catch(() => undefined);
  return { batch: trainer.upcoming(), hyper: trainer.stepHyper, parameters };
}
