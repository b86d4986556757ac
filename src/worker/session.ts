import type { Dataset } from '../data/dataset';
import { loadSource, type SourceAccess } from '../data/sources';
import { Coverage } from '../math/coverage';
import { moments } from '../math/moments';
import { mostActive, type PlaneAxes, planar } from '../math/planar';
import type { Chosen } from '../model/choose';
import type { Engine, EngineReason } from '../model/engine';
import { initialParameters } from '../model/initial';
import { type Architecture, createLayout } from '../model/layout';
import { Trainer } from '../model/trainer';
import { measure } from './measure';
import { createPacer } from './pacer';
import { flattenView, splitPictures } from './pictures';
import type {
  Codes,
  EngineName,
  EngineSummary,
  Frame,
  LiveConfig,
  Measures,
  Parameters,
  RunConfig,
  RunEvent,
  RunSummary,
  Source,
  View,
} from './protocol';
import { isLost, Snapshots } from './snapshots';

/** Posteriors in a frame at most: of a larger data set every so many images are shown. */
const SHOWN = 8192;

/** What an engine is opened for. */
export interface EngineOrder {
  readonly architecture: Architecture;
  readonly n: number;
  readonly live: LiveConfig;
  /** Gives the engine its data and parameters. */
  prepare(engine: Engine): void;
  /** To be called when the hardware takes an engine of this order away. */
  lost(): void;
}

/** What a session needs from outside, so that it also runs in a unit test. */
export interface Surroundings {
  fetchBytes: SourceAccess['fetchBytes'];
  openEngine(wanted: EngineName | 'auto', order: EngineOrder): Promise<Chosen>;
  /** Runs a task when no request is being answered. */
  later(task: () => Promise<void>): void;
  emit(event: RunEvent): void;
}

/** A run under way. */
interface Run {
  readonly dataset: Dataset;
  readonly trainer: Trainer;
  readonly architecture: Architecture;
  readonly snapshots: Snapshots;
  /** What the reader asked for. */
  wanted: EngineName | 'auto';
  reason: EngineReason;
  live: LiveConfig;
  axes: PlaneAxes;
}

/** Owns the trainer. Its methods are called one at a time; training goes on between them. */
export class Session {
  private run: Run | null = null;
  /** Where the present images came from, and at what size they were asked for. */
  private source: { data: Source; size: number } | null = null;
  private failure: unknown = null;
  /** What the page asked for; the pacer may rest all the same while an engine is changed. */
  private playing = false;
  /** Calls of `held` under way: an engine may be lost while it is being changed. */
  private holding = 0;
  private readonly coverage = new Coverage();
  private readonly pacer = createPacer(
    () => this.train(),
    (error) => {
      // The loss of an engine is told by its own call, and mended.
      if (!isContextLost(error)) this.failure = error;
    },
    () => this.run?.trainer.engine.busy ?? false,
  );

  constructor(private readonly surroundings: Surroundings) {}

  /**
   * Begins a new run. The images are read first: when that fails, the run under way stays as it was.
   * @throws DataError for images that cannot be read
   */
  async start(config: RunConfig, live: LiveConfig): Promise<RunSummary> {
    const previous = this.run;
    const dataset = await this.read(config);
    const { hidden, latent, activation } = config;
    const architecture = { inputs: dataset.width * dataset.height, hidden, latent, activation };
    return this.held(async () => {
      this.run = null;
      previous?.trainer.engine.dispose();
      const parameters = initialParameters(architecture, config.init, config.seed);
      const { engine, reason } = await this.open(config.engine, architecture, dataset, live, parameters);
      this.failure = null;
      this.run = {
        dataset,
        trainer: new Trainer(engine, dataset, latent, config.seed, live),
        architecture,
        snapshots: new Snapshots(parameters, performance.now()),
        wanted: config.engine,
        reason,
        live,
        axes: mostActive(new Float32Array(latent)),
      };
      this.pacer.limit = live.speed;
      return {
        dataset: dataset === previous?.dataset ? null : { ...dataset, images: dataset.images.slice() },
        engine: engine.name,
        engineReason: reason,
        parameterCount: createLayout(architecture).size,
      };
    });
  }

  /** Changes what may change while a run goes on, from the next step on. */
  configure(live: LiveConfig): void {
    const run = this.current();
    run.live = live;
    run.trainer.hyper = live.hyper;
    run.trainer.batchSize = live.batchSize;
    this.pacer.limit = live.speed;
  }

  play(playing: boolean): void {
    this.current();
    this.playing = playing;
    this.pacer.playing = playing;
  }

  /** Goes on training the same parameters on another engine. When it cannot be had, the present one stays. */
  async changeEngine(wanted: EngineName | 'auto'): Promise<EngineSummary> {
    const run = this.current();
    return this.held(async () => {
      const { trainer } = run;
      const parameters = await this.surviving(() => trainer.engine.save());
      const old = trainer.engine;
      const { engine, reason } = await this.open(wanted, run.architecture, run.dataset, run.live, parameters);
      run.wanted = wanted;
      run.reason = reason;
      trainer.engine = engine;
      old.dispose();
      return { engine: engine.name, engineReason: reason };
    });
  }

  /** Stops playing, trains exactly `count` steps and shows what came of them. */
  async step(count: number, view: View): Promise<Frame> {
    const { trainer } = this.current();
    this.playing = false;
    this.pacer.playing = false;
    const goal = trainer.step + count;
    while (trainer.step < goal) await this.surviving(async () => trainer.train());
    return this.observe(view);
  }

  async observe(view: View): Promise<Frame> {
    const run = this.current();
    const { trainer, dataset, architecture } = run;
    // A view that was asked for before the architecture changed may name axes that are gone.
    const axes = view.axes?.every((axis) => axis < architecture.latent) ? view.axes : run.axes;
    const request = flattenView(view, dataset.n, architecture.latent, axes);
    const stride = Math.ceil(dataset.n / SHOWN);
    // What this frame shows, before anything else is trained.
    const { hyper, step, epoch } = trainer;
    const observed = await this.surviving(() =>
      trainer.engine.observe({ ...request, stride, likelihood: hyper.likelihood }),
    );
    if (observed.losses !== null) {
      if (isLost(observed.losses)) {
        await this.goBack(run, step);
        return this.observe(view);
      }
      run.snapshots.confirm(step);
    }
    const { mu, logVar } = observed.codes;
    const sigma = logVar.map((value) => Math.exp(0.5 * value));
    run.axes = mostActive(moments(mu, sigma, architecture.latent).variance, run.axes);
    const plane = {
      axes,
      mu: planar(mu, architecture.latent, axes, 0),
      sigma: planar(sigma, architecture.latent, axes, 1),
    };
    return {
      step,
      epoch,
      stepsPerSecond: this.pacer.playing ? this.pacer.rate : 0,
      losses: observed.losses,
      mu,
      sigma,
      stride,
      plane,
      noiseScale: hyper.noiseScale,
      beta: hyper.beta,
      circleCoverage: this.coverage.circleCoverage(plane.mu, plane.sigma, hyper.noiseScale),
      view: request.view,
      pictures: splitPictures(request.view, observed, architecture.inputs),
    };
  }

  encode(images: Float32Array): Promise<Codes> {
    const { trainer, architecture } = this.current();
    checkRows('images', images.length, architecture.inputs);
    return this.surviving(() => trainer.engine.encode(images));
  }

  decode(z: Float32Array): Promise<Float32Array> {
    const { trainer, architecture } = this.current();
    checkRows('codes', z.length, architecture.latent);
    return this.surviving(() => trainer.engine.decode(z, trainer.hyper.likelihood));
  }

  measure(): Promise<Measures> {
    const { trainer, architecture, axes } = this.current();
    return this.surviving(() => measure(trainer, this.coverage, architecture.latent, axes));
  }

  save(): Promise<Parameters> {
    const { trainer } = this.current();
    return this.surviving(() => trainer.engine.save());
  }

  /**
   * Takes over parameters; the run goes on from them.
   * @throws RangeError when they do not fit the model
   */
  load(parameters: Parameters): void {
    const { trainer, snapshots } = this.current();
    trainer.engine.load(parameters);
    trainer.step = parameters.step;
    snapshots.reset(parameters);
  }

  private current(): Run {
    if (this.failure !== null) throw this.failure;
    if (this.run === null) throw new Error('There is no run yet: start one first');
    return this.run;
  }

  /** One step of the pacer, and now and then a snapshot. */
  private train(): void {
    const { run } = this;
    if (run === null) return;
    const { trainer, snapshots } = run;
    trainer.train();
    const now = performance.now();
    if (!snapshots.isDue(now)) return;
    const path = snapshots.taking(now);
    trainer.engine.save().then(
      (parameters) => snapshots.add(parameters, path),
      // A lost engine is told by its own call.
      () => undefined,
    );
  }

  /** Leaves the parameters of a lost loss for the last sound ones, and stops. */
  private async goBack(run: Run, step: number): Promise<void> {
    const { trainer, snapshots } = run;
    this.playing = false;
    this.pacer.playing = false;
    const last = snapshots.rewind();
    await this.surviving(async () => {
      trainer.engine.load(last);
      // Those of the steps that were trained while the lost loss was being read.
      await trainer.engine.losses();
    });
    trainer.step = last.step;
    this.surroundings.emit({ kind: 'diverged', step, restored: last.step });
  }

  /** Does something while nothing is trained. */
  private async held<T>(work: () => Promise<T>): Promise<T> {
    this.holding += 1;
    this.pacer.playing = false;
    try {
      return await work();
    } finally {
      this.holding -= 1;
      this.pacer.playing = this.playing && this.run !== null && this.holding === 0;
    }
  }

  private open(
    wanted: EngineName | 'auto',
    architecture: Architecture,
    dataset: Dataset,
    live: LiveConfig,
    parameters: Parameters,
  ): Promise<Chosen> {
    const order: EngineOrder = {
      architecture,
      n: dataset.n,
      live,
      prepare: (engine) => {
        engine.setData(dataset.images, dataset.n);
        engine.load(parameters);
      },
      lost: () => {
        const lost = this.run?.trainer.engine;
        if (lost !== undefined) this.surroundings.later(() => this.recover(lost));
      },
    };
    return this.surroundings.openEngine(wanted, order);
  }

  /** Does something that a lost engine may interrupt: then once more, on the engine that takes its place. */
  private async surviving<T>(work: () => Promise<T>): Promise<T> {
    const engine = this.run?.trainer.engine;
    try {
      return await work();
    } catch (error) {
      if (engine === undefined || !isContextLost(error)) throw error;
      await this.recover(engine);
      return work();
    }
  }

  /** Puts another engine in the place of one that was lost, from the last snapshot. */
  private async recover(lost: Engine): Promise<void> {
    const { run } = this;
    if (run === null || run.trainer.engine !== lost) return;
    const { trainer, snapshots } = run;
    await this.held(async () => {
      const last = snapshots.rewind();
      const { engine, reason } = await this.open(run.wanted, run.architecture, run.dataset, run.live, last);
      trainer.engine = engine;
      trainer.step = last.step;
      run.reason = reason;
      lost.dispose();
      this.surroundings.emit({
        kind: 'engine-lost',
        restored: last.step,
        engine: engine.name,
        engineReason: reason,
      });
    });
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

/** By name: the class belongs to an engine that may never have been fetched. */
const isContextLost = (error: unknown): boolean => error instanceof Error && error.name === 'ContextLostError';

/** Sources other than files are plain values. */
function isSameSource(a: Source, b: Source | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function checkRows(what: string, length: number, width: number): void {
  if (length === 0 || length % width !== 0) {
    throw new RangeError(`${length} numbers are not whole ${what} of ${width} numbers each`);
  }
}
