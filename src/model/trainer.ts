import type { Dataset } from '../data/dataset';
import { drawKey } from '../math/binarise';
import type { Family } from '../math/family';
import { type Share, type Shares, sharesOf } from '../math/holdout';
import { createRandom } from '../math/random';
import { type Batch, Batches, type BatchesState, fillWithNoise } from './batches';
import type { Hyper, LossTerms, Parameters, ServingEngine, StepHyper } from './engine';
import { PacePlan } from './pace';

/** Streams of the seed; 0 belongs to the initial weights, 1 and 2 to batches, 4 to the choice of what is held out. */
const EVALUATION: Readonly<Record<Share, number>> = { training: 3, heldOut: 5 };

/** Images of one call of `Engine.evaluate`. */
const EVALUATION_BATCH = 512;

/** What a trainer begins with. */
interface Start {
  readonly hyper: Hyper;
  readonly batchSize: number;
  readonly step?: number;
  readonly from?: TrainerState;
  readonly family?: Family;
  readonly holdout?: number;
  readonly resampled?: boolean;
}

/** Where a trainer stands, apart from the engine's parameters. */
export interface TrainerState extends BatchesState {
  readonly step: number;
}

/** The two terms of the loss, whatever β is. */
export type MeanTerms = Omit<LossTerms, 'total'>;

/** What was evaluated, and when: everything that the two terms depend on. */
interface Evaluation {
  readonly at: object;
  readonly settings: string;
  readonly terms: Promise<MeanTerms>;
}

/** A part of a share as it is evaluated. */
export interface EvaluationPart {
  /** What an engine is asked: indices of images, ε of each of them, and the settings. */
  readonly of: readonly [batch: Uint32Array, noise: Float32Array, hyper: Hyper];
  /** How much of the mean it is: its images among those of the share. */
  readonly weight: number;
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
  /** What is trained on, and what is only measured. */
  readonly shares: Shares;
  private steps = 0;
  private readonly batches: Batches;
  private readonly plan = new PacePlan();
  private readonly family: Family;
  private readonly resampled: boolean;
  private present: ServingEngine;
  private at: object = {};
  private readonly evaluated: Partial<Record<Share, Evaluation>> = {};

  /**
   * @param start `step` is how many steps the engine's parameters have had, where `from` does not say; `family` that of
   *   the posteriors, diagonal where it is left out; `holdout` the share of the images that is not trained on, none where
   *   it is left out; `resampled` whether every step draws its images anew, of ink and paper alone
   * @throws RangeError when the state is not that of a run on the same images of these
   */
  constructor(
    engine: ServingEngine,
    dataset: Pick<Dataset, 'n'>,
    private readonly latent: number,
    private readonly seed: number,
    start: Start,
  ) {
    this.present = engine;
    this.hyper = start.hyper;
    this.batchSize = start.batchSize;
    const { from } = start;
    this.family = start.family ?? 'diagonal';
    this.resampled = start.resampled ?? false;
    this.shares = sharesOf(dataset.n, start.holdout ?? 0, seed);
    this.batches = new Batches(this.shares.training, seed, { latent, family: this.family }, from ?? null);
    this.steps = from?.step ?? start.step ?? 0;
  }

  get engine(): ServingEngine {
    return this.present;
  }

  /** Stands for the present parameters: another object after every step, and whenever others are taken over. */
  get moment(): object {
    return this.at;
  }

  /** Adam steps since the initial parameters. */
  get step(): number {
    return this.steps;
  }

  /**
   * Changes what may change while a run goes on.
   * @param from the step from which batch size, noise samples and learning rate hold; all others hold at once
   */
  configure(hyper: Hyper, batchSize: number, from = this.steps): void {
    const { samples, learningRate } = this.hyper;
    const present = { samples, learningRate, batchSize: this.batchSize };
    this.plan.plan({ samples: hyper.samples, learningRate: hyper.learningRate, batchSize }, from, present);
    this.hyper = { ...hyper, samples, learningRate };
    this.takePace();
  }

  /** Where the run stands: a trainer that begins from here takes the same batches and noise as this one would. */
  state(): TrainerState {
    return { step: this.steps, ...this.batches.state() };
  }

  /**
   * Goes on from other parameters.
   * @param from where the run stood that they are of: the same batches and noise follow as would have there; left out,
   *   or of another choice of images, those of this run go on
   * @throws RangeError when they do not fit the model; nothing has changed then
   */
  load(parameters: Parameters, from: TrainerState | null = null): void {
    this.present.load(parameters);
    this.steps = parameters.step;
    if (from !== null) this.batches.goTo(from);
    this.at = {};
  }

  /**
   * Goes on on another engine, which has its parameters already.
   * @param step how many steps they have had
   * @param from as `load`
   */
  moveTo(engine: ServingEngine, step: number, from: TrainerState | null = null): void {
    this.present = engine;
    this.steps = step;
    if (from !== null) this.batches.goTo(from);
    this.at = {};
  }

  /** Passes over the images that are trained on: 1 while the first is under way; 0 before the first step. */
  get epoch(): number {
    return this.batches.epochs;
  }

  /** One Adam step. */
  train(): void {
    this.takePace();
    const { images, noise } = this.batches.next(this.size);
    this.present.train(images, noise, this.stepHyper);
    this.steps += 1;
    this.at = {};
  }

  /** What the next step is taken with: the settings of now, and the draw of its images where it takes one. */
  get stepHyper(): StepHyper {
    return this.resampled ? { ...this.hyper, draw: drawKey(this.seed, this.steps) } : this.hyper;
  }

  /** What the next step is taken on, with the settings of now; it is not taken. */
  upcoming(): Batch {
    this.takePace();
    return this.batches.peek(this.size);
  }

  /**
   * Mean loss terms over a share of the data at the present parameters, with one draw of noise an image from a stream of
   * the share's own, and of the images that are shown even where steps draw theirs: the same parameters give the same
   * numbers, and measuring leaves the run as it was. Computed once for every moment of the run: asked again, with
   * another β or not, it answers at once.
   */
  async evaluate(share: Share): Promise<LossTerms> {
    const { beta } = this.hyper;
    return totalTerms(await (this.known(share) ?? this.remember(share, this.evaluateAll(share))), beta);
  }

  /** What `evaluate` has found at this moment, or is finding; null where it has not been asked. */
  known(share: Share): Promise<MeanTerms> | null {
    const { at, evaluatedBy } = this;
    const evaluated = this.evaluated[share];
    return evaluated?.at === at && evaluated.settings === evaluatedBy ? evaluated.terms : null;
  }

  /**
   * A share of the data in parts, with the noise of `evaluate`.
   * @param size images of a part at most
   */
  *evaluation(share: Share, hyper: Hyper, size = EVALUATION_BATCH): Generator<EvaluationPart, void> {
    const random = createRandom(this.seed, EVALUATION[share]);
    const once = { ...hyper, samples: 1 };
    const images = this.shares[share];
    for (let start = 0; start < images.length; start += size) {
      const batch = images.slice(start, start + size);
      const noise = fillWithNoise(new Float32Array(batch.length * this.latent), this.family, random);
      yield { of: [batch, noise, once], weight: batch.length / images.length };
    }
  }

  /** Puts the pace in force that is planned for this step. */
  private takePace(): void {
    const pace = this.plan.take(this.steps);
    if (pace === null) return;
    const { batchSize, ...ofHyper } = pace;
    this.batchSize = batchSize;
    this.hyper = { ...this.hyper, ...ofHyper };
  }

  private async evaluateAll(share: Share): Promise<MeanTerms> {
    // All parts are asked for at once: training may go on while the engine answers.
    const parts = Array.from(this.evaluation(share, this.hyper), async ({ of, weight }) => ({
      weight,
      terms: await this.present.evaluate(...of),
    }));
    return meanTerms(await Promise.all(parts));
  }

  private remember(share: Share, terms: Promise<MeanTerms>): Promise<MeanTerms> {
    const evaluated = { at: this.at, settings: this.evaluatedBy, terms };
    this.evaluated[share] = evaluated;
    terms.catch(() => {
      if (this.evaluated[share] === evaluated) delete this.evaluated[share];
    });
    return terms;
  }

  /** The settings that the two terms depend on. */
  private get evaluatedBy(): string {
    const { noiseScale, likelihood, sigmaX, regulariser } = this.hyper;
    return [noiseScale, likelihood, sigmaX, regulariser].join();
  }

  private get size(): { readonly size: number; readonly samples: number } {
    return { size: this.batchSize, samples: this.hyper.samples };
  }
}

/** The terms of all images from those of parts. @param parts `weight` is how much of the images a part is */
export function meanTerms(parts: readonly { readonly weight: number; readonly terms: MeanTerms }[]): MeanTerms {
  const mean = { reconstruction: 0, regulariser: 0 };
  for (const { weight, terms } of parts) {
    mean.reconstruction += terms.reconstruction * weight;
    mean.regulariser += terms.regulariser * weight;
  }
  return mean;
}

/** The terms with R + βK. */
export function totalTerms({ reconstruction, regulariser }: MeanTerms, beta: number): LossTerms {
  // With β = 0 a regulariser that overflows must leave the total alone.
  const total = beta === 0 ? reconstruction : reconstruction + beta * regulariser;
  return { reconstruction, regulariser, total };
}
