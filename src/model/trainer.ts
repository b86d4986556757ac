import type { Dataset } from '../data/dataset';
import { type Family, unitNoise } from '../math/posterior';
import { createRandom, type Random, type RandomState, restoreRandom } from '../math/random';
import type { Hyper, LossTerms, Parameters, ServingEngine } from './engine';

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

/** The two terms of the loss, whatever β is. */
export type MeanTerms = Omit<LossTerms, 'total'>;

/** What was evaluated, and when: everything that the two terms depend on. */
interface Evaluation {
  readonly moment: number;
  readonly settings: string;
  readonly terms: Promise<MeanTerms>;
}

/** A part of the data as it is evaluated. */
export interface EvaluationPart {
  /** What an engine is asked: indices of images, ε of each of them, and the settings. */
  readonly of: readonly [batch: Uint32Array, noise: Float32Array, hyper: Hyper];
  /** Its share of all images. */
  readonly share: number;
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
  private steps = 0;
  private epochs = 0;
  private readonly order: Uint32Array;
  /** Position in `order`; at the end the next epoch is shuffled. */
  private cursor: number;
  private batches: Random;
  private noise: Random;
  private eps = new Float32Array(0);
  private readonly family: Family;
  private present: ServingEngine;
  /** Changes with every step and whenever parameters are taken over: what it was evaluated at is this moment. */
  private moment = 0;
  private evaluated: Evaluation | null = null;

  /**
   * @param start `step` is how many steps the engine's parameters have had, where `from` does not say; `family` that of
   *   the posteriors, diagonal where it is left out
   * @throws RangeError when the state is not that of a run on these images
   */
  constructor(
    engine: ServingEngine,
    private readonly dataset: Pick<Dataset, 'n'>,
    private readonly latent: number,
    private readonly seed: number,
    start: { hyper: Hyper; batchSize: number; step?: number; from?: TrainerState; family?: Family },
  ) {
    this.present = engine;
    this.hyper = start.hyper;
    this.batchSize = start.batchSize;
    const { from } = start;
    this.family = start.family ?? 'diagonal';
    if (from !== undefined && from.order.length !== dataset.n) {
      throw new RangeError(`A run on ${from.order.length} images cannot go on with ${dataset.n}`);
    }
    this.steps = from?.step ?? start.step ?? 0;
    this.epochs = from?.epochs ?? 0;
    this.order = from?.order.slice() ?? Uint32Array.from({ length: dataset.n }, (_, i) => i);
    this.cursor = from?.cursor ?? dataset.n;
    this.batches = from === undefined ? createRandom(seed, BATCHES) : restoreRandom(from.batches);
    this.noise = from === undefined ? createRandom(seed, NOISE) : restoreRandom(from.noise);
  }

  get engine(): ServingEngine {
    return this.present;
  }

  /** Adam steps since the initial parameters. */
  get step(): number {
    return this.steps;
  }

  /** Where the run stands: a trainer that begins from here takes the same batches and noise as this one would. */
  state(): TrainerState {
    const { steps, epochs, cursor } = this;
    return {
      step: steps,
      epochs,
      order: this.order.slice(),
      cursor,
      batches: this.batches.state(),
      noise: this.noise.state(),
    };
  }

  /**
   * Goes on from other parameters.
   * @param from where the run stood that they are of: the same batches and noise follow as would have there; left out,
   *   or of other images, those of this run go on
   * @throws RangeError when they do not fit the model; nothing has changed then
   */
  load(parameters: Parameters, from: TrainerState | null = null): void {
    this.present.load(parameters);
    this.steps = parameters.step;
    if (from !== null && from.order.length === this.order.length) {
      this.order.set(from.order);
      this.cursor = from.cursor;
      this.epochs = from.epochs;
      this.batches = restoreRandom(from.batches);
      this.noise = restoreRandom(from.noise);
    }
    this.moment += 1;
  }

  /** Goes on on another engine, which has its parameters already. @param step how many steps they have had */
  moveTo(engine: ServingEngine, step: number): void {
    this.present = engine;
    this.steps = step;
    this.moment += 1;
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
    const length = this.hyper.samples * size * this.latent;
    if (this.eps.length !== length) this.eps = new Float32Array(length);
    this.draw(this.eps, this.noise);
    this.present.train(batch, this.eps, this.hyper);
    this.steps += 1;
    this.moment += 1;
  }

  /**
   * Mean loss terms over all of the data at the present parameters, with one draw of noise an image from a stream of
   * its own: the same parameters give the same numbers, and measuring leaves the run as it was. Computed once for every
   * moment of the run: asked again, with another β or not, it answers at once.
   */
  async evaluate(): Promise<LossTerms> {
    const { beta } = this.hyper;
    const { reconstruction, regulariser } = await (this.known ?? this.remember(this.evaluateAll()));
    // With β = 0 a regulariser that overflows must leave the total alone.
    const total = beta === 0 ? reconstruction : reconstruction + beta * regulariser;
    return { reconstruction, regulariser, total };
  }

  /** What `evaluate` has found at this moment, or is finding; null where it has not been asked. */
  get known(): Promise<MeanTerms> | null {
    const { evaluated, moment, evaluatedBy } = this;
    return evaluated?.moment === moment && evaluated.settings === evaluatedBy ? evaluated.terms : null;
  }

  /**
   * All of the data in parts, with the noise of `evaluate`.
   * @param size images of a part at most
   */
  *evaluation(hyper: Hyper, size = EVALUATION_BATCH): Generator<EvaluationPart, void> {
    const random = createRandom(this.seed, EVALUATION);
    const once = { ...hyper, samples: 1 };
    const { n } = this.dataset;
    for (let start = 0; start < n; start += size) {
      const count = Math.min(size, n - start);
      const batch = Uint32Array.from({ length: count }, (_, i) => start + i);
      yield { of: [batch, this.draw(new Float32Array(count * this.latent), random), once], share: count / n };
    }
  }

  private async evaluateAll(): Promise<MeanTerms> {
    // All parts are asked for at once: training may go on while the engine answers.
    const parts = Array.from(this.evaluation(this.hyper), async ({ of, share }) => ({
      share,
      terms: await this.present.evaluate(...of),
    }));
    return meanTerms(await Promise.all(parts));
  }

  private remember(terms: Promise<MeanTerms>): Promise<MeanTerms> {
    const evaluated = { moment: this.moment, settings: this.evaluatedBy, terms };
    this.evaluated = evaluated;
    terms.catch(() => {
      if (this.evaluated === evaluated) this.evaluated = null;
    });
    return terms;
  }

  /** The settings that the two terms depend on. */
  private get evaluatedBy(): string {
    const { noiseScale, likelihood, sigmaX, regulariser } = this.hyper;
    return [noiseScale, likelihood, sigmaX, regulariser].join();
  }

  /** Fills an array with noise as the posteriors' family has it. */
  private draw(target: Float32Array, random: Random): Float32Array {
    for (let i = 0; i < target.length; i++) target[i] = unitNoise(this.family, random);
    return target;
  }
}

/** The terms of all of the data from those of its parts. */
export function meanTerms(parts: readonly { readonly share: number; readonly terms: MeanTerms }[]): MeanTerms {
  const mean = { reconstruction: 0, regulariser: 0 };
  for (const { share, terms } of parts) {
    mean.reconstruction += terms.reconstruction * share;
    mean.regulariser += terms.regulariser * share;
  }
  return mean;
}
