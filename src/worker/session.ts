import type { Dataset } from '../data/dataset';
import { loadSource, type SourceAccess } from '../data/sources';
import { Coverage } from '../math/coverage';
import type { Engine } from '../model/engine';
import { initialParameters } from '../model/initial';
import { createLayout } from '../model/layout';
import { Trainer } from '../model/trainer';
import { measure } from './measure';
import { createPacer } from './pacer';
import { flattenView, splitPictures } from './pictures';
import type {
  Codes,
  EngineName,
  EngineReason,
  Frame,
  LiveConfig,
  Measures,
  Parameters,
  RunConfig,
  RunSummary,
  Source,
  View,
} from './protocol';

/** What a session needs from outside, so that it also runs in a unit test. */
export interface Surroundings {
  fetchBytes: SourceAccess['fetchBytes'];
  /** Makes an engine for an architecture; any earlier one has been disposed of. */
  openEngine(
    wanted: EngineName | 'auto',
    architecture: Parameters['architecture'],
  ): Promise<{ engine: Engine; reason: EngineReason }>;
}

/** A run under way: the images, the model, and the pace it trains at. */
interface Run {
  readonly dataset: Dataset;
  readonly trainer: Trainer;
  readonly latent: number;
}

/** Owns the trainer. Its methods are called one at a time; training goes on between them. */
export class Session {
  private run: Run | null = null;
  /** Where the present images came from, and at what size they were asked for. */
  private source: { data: Source; size: number } | null = null;
  private failure: unknown = null;
  private readonly coverage = new Coverage();
  private readonly pacer = createPacer(
    () => this.run?.trainer.train(),
    (error) => {
      this.failure = error;
    },
  );

  constructor(private readonly surroundings: Surroundings) {}

  /**
   * Begins a new run. The images are read first: when that fails, the run under way stays as it was.
   * @throws DataError for images that cannot be read
   */
  async start(config: RunConfig, live: LiveConfig): Promise<RunSummary> {
    const previous = this.run;
    const dataset = await this.read(config);
    const architecture = {
      inputs: dataset.width * dataset.height,
      hidden: config.hidden,
      latent: config.latent,
      activation: config.activation,
    };
    // The pacer must not train an engine that is gone.
    this.run = null;
    previous?.trainer.engine.dispose();
    const { engine, reason } = await this.surroundings.openEngine(config.engine, architecture);
    engine.setData(dataset.images, dataset.n);
    engine.load(initialParameters(architecture, config.init, config.seed));
    const trainer = new Trainer(engine, dataset, config.latent, config.seed, live);
    this.failure = null;
    this.run = { dataset, trainer, latent: config.latent };
    this.pacer.limit = live.speed;
    return {
      dataset: dataset === previous?.dataset ? null : { ...dataset, images: dataset.images.slice() },
      engine: engine.name,
      engineReason: reason,
      parameterCount: createLayout(architecture).size,
    };
  }

  /** Changes what may change while a run goes on, from the next step on. */
  configure(live: LiveConfig): void {
    const { trainer } = this.current();
    trainer.hyper = live.hyper;
    trainer.batchSize = live.batchSize;
    this.pacer.limit = live.speed;
  }

  play(playing: boolean): void {
    this.current();
    this.pacer.playing = playing;
  }

  /** Stops playing, trains exactly `count` steps and shows what came of them. */
  async step(count: number, view: View): Promise<Frame> {
    const { trainer } = this.current();
    this.pacer.playing = false;
    for (let i = 0; i < count; i++) trainer.train();
    return this.observe(view);
  }

  async observe(view: View): Promise<Frame> {
    const { trainer, dataset, latent } = this.current();
    const { hyper, step, epoch } = trainer;
    const request = flattenView(view, dataset.n);
    const losses = trainer.engine.losses();
    const observed = await trainer.engine.observe(request.points, request.probes, hyper.likelihood);
    const { mu, logVar } = observed.codes;
    const sigma = logVar.map((value) => Math.exp(0.5 * value));
    return {
      step,
      epoch,
      stepsPerSecond: this.pacer.playing ? this.pacer.rate : 0,
      losses: await losses,
      mu,
      sigma,
      noiseScale: hyper.noiseScale,
      beta: hyper.beta,
      circleCoverage: this.coverage.circleCoverage(mu, sigma, hyper.noiseScale),
      view: request.view,
      pictures: splitPictures(request.view, observed, latent, dataset.width * dataset.height),
    };
  }

  encode(images: Float32Array): Promise<Codes> {
    const { trainer, dataset } = this.current();
    checkRows('images', images.length, dataset.width * dataset.height);
    return trainer.engine.encode(images);
  }

  decode(z: Float32Array): Promise<Float32Array> {
    const { trainer, latent } = this.current();
    checkRows('codes', z.length, latent);
    return trainer.engine.decode(z, trainer.hyper.likelihood);
  }

  measure(): Promise<Measures> {
    const { trainer } = this.current();
    return measure(trainer, this.coverage);
  }

  save(): Promise<Parameters> {
    return this.current().trainer.engine.save();
  }

  /**
   * Takes over parameters; the run goes on from them.
   * @throws RangeError when they do not fit the model
   */
  load(parameters: Parameters): void {
    const { trainer } = this.current();
    trainer.engine.load(parameters);
    trainer.step = parameters.step;
  }

  private current(): Run {
    if (this.failure !== null) throw this.failure;
    if (this.run === null) throw new Error('There is no run yet: start one first');
    return this.run;
  }

  /** The images of a run: those of the run under way where they are what was asked for. */
  private async read(config: RunConfig): Promise<Dataset> {
    const { baseUrl, size } = config;
    const data = config.data ?? this.source?.data;
    if (data === undefined) throw new Error('There are no images to keep: name a data set');
    const kept = config.data === null || (data.kind !== 'files' && isSameSource(data, this.source?.data));
    if (kept && this.run !== null && size === this.source?.size) return this.run.dataset;
    const { fetchBytes } = this.surroundings;
    const dataset = await loadSource({ ...data, size }, { baseUrl, fetchBytes });
    this.source = { data, size };
    return dataset;
  }
}

/** Sources other than files are plain values. */
function isSameSource(a: Source, b: Source | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function checkRows(what: string, length: number, width: number): void {
  if (length === 0 || length % width !== 0) {
    throw new RangeError(`${length} numbers are not whole ${what} of ${width} numbers each`);
  }
}
