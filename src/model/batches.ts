import type { Family } from '../math/family';
import { isOrderOf } from '../math/holdout';
import { unitNoise } from '../math/posterior';
import { createRandom, type Random, type RandomState, restoreRandom } from '../math/random';

/** Streams of the seed. */
const BATCHES = 1;
const NOISE = 2;

/** Where a run stands in its data, and in what it draws of its seed. */
export interface BatchesState {
  readonly epochs: number;
  /** The shuffled images of this epoch, those that are trained on alone, and the position in them. */
  readonly order: Uint32Array;
  readonly cursor: number;
  /** The random streams of batches and noise. */
  readonly batches: RandomState;
  readonly noise: RandomState;
}

/** What one training step is taken on. */
export interface Batch {
  /** Indices of B images. */
  readonly images: Uint32Array;
  /** ε of all images for the first sample, then for the next: samples × B × d, row-major. */
  readonly noise: Float32Array;
}

/** How large a batch is. */
interface BatchSize {
  /** Images at most: a smaller data set makes smaller batches. */
  readonly size: number;
  /** Draws of noise an image. */
  readonly samples: number;
}

/** The batches of a run and their noise, one after another: of the seed alone, whatever engine is trained on them. */
export class Batches {
  private passes: number;
  private readonly order: Uint32Array;
  /** Position in `order`; at the end the next epoch is shuffled. */
  private cursor: number;
  private batches: Random;
  private noise: Random;
  private eps = new Float32Array(0);

  /**
   * @param training indices of the images that are trained on
   * @param draws how noise is drawn: d numbers an image and sample, as the family has it
   * @throws RangeError when `from` is not of a run on the same images
   */
  constructor(
    private readonly training: Uint32Array,
    seed: number,
    private readonly draws: { readonly latent: number; readonly family: Family },
    from: BatchesState | null,
  ) {
    if (from !== null) checkOrder(from.order, training);
    this.passes = from?.epochs ?? 0;
    this.order = from?.order.slice() ?? training.slice();
    this.cursor = from?.cursor ?? training.length;
    this.batches = from === null ? createRandom(seed, BATCHES) : restoreRandom(from.batches);
    this.noise = from === null ? createRandom(seed, NOISE) : restoreRandom(from.noise);
  }

  /** Passes over the images: 1 while the first is under way; 0 before the first batch. */
  get epochs(): number {
    return this.passes;
  }

  /** Where they stand: batches that begin from here are those that come next. */
  state(): BatchesState {
    const { passes, order, cursor, batches, noise } = this;
    return { epochs: passes, order: order.slice(), cursor, batches: batches.state(), noise: noise.state() };
  }

  /** Goes on from where other batches stood; from those of another choice of images nothing is taken over. */
  goTo(from: BatchesState): void {
    if (!isOrderOf(from.order, this.training)) return;
    this.order.set(from.order);
    this.cursor = from.cursor;
    this.passes = from.epochs;
    this.batches = restoreRandom(from.batches);
    this.noise = restoreRandom(from.noise);
  }

  /**
   * The next batch, whose noise is overwritten by the one after it. The rest of an epoch that no longer fills a batch is
   * left out; the next shuffle brings it back.
   */
  next({ size, samples }: BatchSize): Batch {
    const count = Math.min(size, this.order.length);
    if (this.cursor + count > this.order.length) {
      this.batches.shuffle(this.order);
      this.cursor = 0;
      this.passes += 1;
    }
    const images = this.order.slice(this.cursor, this.cursor + count);
    this.cursor += count;
    const length = samples * count * this.draws.latent;
    if (this.eps.length !== length) this.eps = new Float32Array(length);
    return { images, noise: fillWithNoise(this.eps, this.draws.family, this.noise) };
  }

  /** What `next` will give, without taking it. */
  peek(size: BatchSize): Batch {
    return new Batches(this.training, 0, this.draws, this.state()).next(size);
  }
}

/** Fills an array with noise as the posteriors' family has it. */
export function fillWithNoise(target: Float32Array, family: Family, random: Random): Float32Array {
  for (let i = 0; i < target.length; i++) target[i] = unitNoise(family, random);
  return target;
}

/** @throws RangeError for an order that is not of the images that are trained on */
export function checkOrder(order: Uint32Array, training: Uint32Array): void {
  if (isOrderOf(order, training)) return;
  throw new RangeError(
    `A run on ${order.length} images cannot go on with these ${training.length}, which are others or another choice of them`,
  );
}
