import type { Dataset } from '../data/dataset';
import { createRandom, type Random, type RandomState } from '../math/random';
import type { Engine, Hyper, LossTerms } from './engine';

/** Streams of the seed; 0 belongs to the initial weights. */
const BATCHES = 1;
const NOISE = 2;
const EVALUATION = 3;

/** Images of one call of `Engine.evaluate`. */
const EVALUATION_BATCH = 512;

/** Where a trainer stands, apart from the engine's parameters. */
export interface TrainerState {
  readonly step: number;
  readonly epochs: number;
  /** The shuffled images of this epoch, and the position in them. */
  readonly order: Uint32Array;
  readonly cursor: number;
  /** The random streams of batches and noise. */
  readonly batches: RandomState;
  readonly noise: RandomState;
}

/**
 * Drives an engine through epochs of shuffled batches. Batches and noise come from the seed alone, never from the
 * engine, so every engine follows the same trajectory, and one seed gives one run.
 */
export class Trainer {
  /** Live: what the next step uses. */
  hyper: Hyper;
  /** Live: images of the next batch; a data set that is smaller makes smaller batches. */
  batchSize: number;
  /** Adam steps since the initial parameters. */
  step: number;
  private epochs = 0;
  private readonly order: Uint32Array;
  /** Position in `order`; at the end the next epoch is shuffled. */
  private cursor: number;
  private readonly batches: Random;
  private readonly noise: Random;
  private eps = new Float32Array(0);

  constructor(
    /** Live: another engine goes on where this one is, once it has its parameters. */
    public engine: Engine,
    private readonly dataset: Pick<Dataset, 'n'>,
    private readonly latent: number,
    private readonly seed: number,
    start: { hyper: Hyper; batchSize: number },
  ) {
    this.hyper = start.hyper;
    this.batchSize = start.batchSize;
    this.step = 0;
    this.order = Uint32Array.from({ length: dataset.n }, (_, i) => i);
    this.cursor = dataset.n;
    this.batches = createRandom(seed, BATCHES);
    this.noise = createRandom(seed, NOISE);
  }

  /** Passes over the data: 1 while the first is under way; 0 before the first step. */
  get epoch(): number {
    return this.epochs;
  }

  /** One Adam step. The rest of an epoch that no longer fills a batch is left out; the next shuffle brings it back. */
  train(): void {
    const size = Math.min(this.batchSize, this.dataset.n);
    if (this.cursor + size > this.dataset.n) {
      this.batches.shuffle(this.order);
      this.cursor = 0;
      this.epochs += 1;
    }
    const batch = this.order.slice(this.cursor, this.cursor + size);
    this.cursor += size;
    if (this.eps.length !== size * this.latent) this.eps = new Float32Array(size * this.latent);
    fillNormal(this.eps, this.noise);
    this.engine.train(batch, this.eps, this.hyper);
    this.step += 1;
  }

  /**
   * Mean loss terms over all of the data at the present parameters, with one draw of noise an image from a stream of
   * its own: the same parameters give the same numbers, and measuring leaves the run as it was.
   */
  async evaluate(): Promise<LossTerms> {
    const random = createRandom(this.seed, EVALUATION);
    const sums = { reconstruction: 0, regulariser: 0, total: 0 };
    const { n } = this.dataset;
    // All parts are asked for at once: training may go on while the engine answers.
    const parts: Promise<LossTerms>[] = [];
    for (let start = 0; start < n; start += EVALUATION_BATCH) {
      const size = Math.min(EVALUATION_BATCH, n - start);
      const batch = Uint32Array.from({ length: size }, (_, i) => start + i);
      const eps = fillNormal(new Float32Array(size * this.latent), random);
      parts.push(this.engine.evaluate(batch, eps, this.hyper));
    }
    for (const [i, terms] of (await Promise.all(parts)).entries()) {
      const share = Math.min(EVALUATION_BATCH, n - i * EVALUATION_BATCH) / n;
      sums.reconstruction += terms.reconstruction * share;
      sums.regulariser += terms.regulariser * share;
      sums.total += terms.total * share;
    }
    return sums;
  }
}

function fillNormal(target: Float32Array, random: Random): Float32Array {
  for (let i = 0; i < target.length; i++) target[i] = random.normal();
  return target;
}
