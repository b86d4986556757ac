import type { LayersPair } from '../formats/layersFiles';
import { allFinite } from '../math/allFinite';
import { Coverage } from '../math/coverage';
import type { LayersShape } from '../model/layers/engine';
import { nextTask } from '../platform/nextTask';
import type { Frame, View } from './frameProtocol';
import { GivenLook } from './given';
import type { JobAnswers, JobKind, JobRequest } from './jobProtocol';
import { Jobs } from './jobs';
import { fetchedWork } from './jobs/fetched';
import { Moment } from './jobs/moment';
import type { Tell, Work } from './jobs/work';
import { type EngineAccess, EngineKeeper, isContextLost } from './keeper';
import { LentImages } from './lentImages';
import { frameOf, look } from './observe';
import { openRun } from './openRun';
import { Player } from './player';
import type {
  Codes,
  EngineName,
  EngineSummary,
  Images,
  LiveConfig,
  Origin,
  Parameters,
  RunConfig,
  RunSummary,
  Saved,
  Sleep,
  Travelled,
} from './protocol';
import { engineSummary, isTrained, type Run, runSummary } from './run';
import { SeenMomentError } from './seenMomentError';
import { isLost } from './snapshots';
import type { Destination } from './timelineProtocol';
import { goBack, leavePast, trainStep } from './training';
import { noteSettings, trainingSettings, travel } from './travel';

/** Ms of steps that were asked for after which others have their turn: whoever asks whether the worker lives waits no longer. */
const STRETCH = 500;

/** Images that are encoded in one call; of more the frames would come late. */
const AT_ONCE = 2048;

/** Owns the run. Its methods are called one at a time; training goes on between them. */
export class Session {
  private run: Run | null = null;
  private failure: unknown = null;
  private readonly images = new LentImages();
  /** The step at which playing waits; runs that are compared bound each other. */
  private until = Number.POSITIVE_INFINITY;
  private readonly coverage = new Coverage();
  private readonly given = new GivenLook(() => this.access.emit({ kind: 'given' }));
  private readonly player = new Player({
    step: () => {
      if (this.run !== null) trainStep(this.run, this.access.tell);
    },
    fail: (error) => {
      // The loss of an engine is told by its own call, and mended.
      if (!isContextLost(error)) this.failure = error;
    },
    busy: () => this.run?.trainer.engine.busy ?? false,
    bound: () => this.run !== null && this.run.trainer.step >= this.until,
    ready: () => this.run !== null && isTrained(this.run),
  });
  private readonly keeper: EngineKeeper;
  private readonly jobs = new Jobs(() => this.player.training);
  /** How many times many images have been encoded. */
  private encodings = 0;

  constructor(private readonly access: EngineAccess) {
    this.keeper = new EngineKeeper(
      access,
      this.player,
      () => this.run,
      () => this.jobs.cancel('The engine has changed'),
    );
  }

  /**
   * Begins a new run, or goes on with one that slept or was kept in a file.
   * @throws RangeError for images that are not whole, or a run to go on with that does not belong to them; NotLentError
   *   where there are none to keep; or why they have not come. The run under way goes on then
   * @throws EngineError where no engine can serve; there is no run then
   */
  async start(
    { images: coming, ...config }: Omit<RunConfig, 'images'> & { readonly images: Images | Promise<Images> | null },
    live: LiveConfig,
    wake: Origin | null = null,
  ): Promise<RunSummary> {
    const images = await this.images.take(coming);
    return this.player.held(async () => {
      const tools = { access: this.access, keeper: this.keeper, leave: () => this.end() };
      const { run, parameterCount } = await openRun(tools, images, config, live, wake);
      this.failure = null;
      this.run = run;
      this.player.limit = live.speed;
      return runSummary(run, parameterCount);
    });
  }

  /** What a pair is for. @throws WeightsError for one that is none */
  async inspect(pair: LayersPair): Promise<LayersShape> {
    const engine = await this.access.openLayers(pair);
    engine.dispose();
    return engine.shape;
  }

  /**
   * Changes what may change while a run goes on, from the next step on.
   * @param from the step from which batch size, noise samples and learning rate hold, where it is another
   */
  configure(live: LiveConfig, from?: number): void {
    const run = this.current();
    const before = trainingSettings(run.live);
    run.live = live;
    noteSettings(run, before);
    run.trainer.configure(live.hyper, live.batchSize, from);
    this.player.limit = live.speed;
  }

  /**
   * @param waits whether a run that does not play soon goes on, when others have had their turn
   * @param until the step at which it waits for a later bound
   */
  play(playing: boolean, waits = false, until = Number.POSITIVE_INFINITY): void {
    const trained = isTrained(this.current());
    this.until = until;
    this.player.play(playing && trained, waits && trained);
  }

  /** Goes on training the same parameters on another engine. When none can be had, the present one stays. */
  async changeEngine(wanted: EngineName | 'auto'): Promise<EngineSummary> {
    const run = this.current();
    if (isTrained(run)) await this.keeper.change(run, wanted);
    return engineSummary(run);
  }

  /** Stops playing, trains exactly `count` steps and shows what came of them. */
  async step(count: number, view: View): Promise<Frame> {
    const run = this.current();
    const { trainer } = run;
    if (!isTrained(run) && count > 0)
      throw new RangeError('A model of tfjs-layers is not trained here: start again for one that is');
    this.player.play(false);
    // Counted from the moment that a branch begins with.
    if (count > 0) await this.keeper.surviving(run, async () => leavePast(run, this.access.tell));
    const goal = trainer.step + count;
    let rested = performance.now();
    while (trainer.step < goal) {
      await this.keeper.surviving(run, async () => trainStep(run, this.access.tell));
      if (performance.now() - rested < STRETCH) continue;
      await nextTask();
      rested = performance.now();
    }
    return this.observe(view);
  }

  /** @param quick leaves out the loss over all that is trained on, which may take long */
  async observe(view: View, quick = false): Promise<Frame> {
    const run = this.current();
    const state = { training: this.player.training, resting: this.player.resting && !quick };
    const seen = await this.keeper.surviving(run, () => look(run, view, state, this.given));
    this.tell(run);
    const { losses } = seen.observed;
    if (losses !== null) {
      if (isLost(losses)) {
        await this.goBack(run, seen.step);
        return this.observe(view);
      }
      run.snapshots.confirm(seen.step);
    }
    return frameOf(run, seen, seen.training ? this.player.rate : 0, this.coverage);
  }

  /** Whether images are so many that they are encoded in slices between steps and frames, which wait for none of them. */
  encodesInSlices(images: Float32Array): boolean {
    return this.run !== null && images.length > AT_ONCE * this.run.architecture.inputs;
  }

  /**
   * Codes of the reader's images at the present moment.
   * @returns of many, what rejects with an AbortError when its moment of the run is gone before its end
   */
  encode(images: Float32Array): Promise<Codes> {
    const run = this.coded();
    checkRows('images', images.length, run.architecture.inputs);
    if (!this.encodesInSlices(images)) return this.keeper.surviving(run, () => run.trainer.engine.encode(images));
    this.encodings += 1;
    return this.inSlices(
      `encoding ${this.encodings}`,
      () => new Moment(run),
      (moment) => moment.posteriorsOf(images),
    ).then(({ mu, logVar, lower }) => ({ mu, logVar, lower }));
  }

  /**
   * Has work done on a moment of the run, between steps and requests.
   * @throws AbortError when it was ended: by a newer one of its key, or with its moment of the run
   */
  private async inSlices<T>(key: string, take: () => Moment, work: (moment: Moment) => Work<T>): Promise<T> {
    try {
      const moment = take();
      return await this.jobs.run(key, work(moment), () => moment.dispose());
    } catch (error) {
      throw isContextLost(error) ? new DOMException('The engine was lost', 'AbortError') : error;
    }
  }

  decode(z: Float32Array): Promise<Float32Array> {
    const run = this.current();
    checkRows('codes', z.length, run.architecture.latent);
    return this.keeper.surviving(run, () => run.trainer.engine.decode(z, run.trainer.hyper.likelihood));
  }

  /**
   * Has a job done on the present moment of the run, between steps and requests.
   * @param key a newer job ends an older one with the same key
   * @param tell is called with the share that is done, by kinds that know it
   * @returns its answer; rejects with an AbortError when it was ended: by a newer one, or with its moment of the run
   */
  async survey<K extends JobKind>(key: string, request: JobRequest<K>, tell?: Tell): Promise<JobAnswers[K]> {
    const run = this.current();
    if (request.kind === 'nextStep') checkWhole(run);
    return this.inSlices(
      key,
      () => new Moment(run, request.kind === 'nextStep'),
      (moment) => fetchedWork(request, moment, this.coverage, tell),
    );
  }

  /** Ends the job with this key, if there is one: nobody waits for its answer any more. */
  endSurvey(key: string): void {
    this.jobs.cancel('Nobody waits for it any more', key);
  }

  /** @throws SeenMomentError at a moment of the past that is kept only to be looked at */
  async save(): Promise<Saved> {
    const run = this.current();
    checkWhole(run);
    return this.present(run);
  }

  /**
   * All that the run needs to go on elsewhere but its timeline, while it goes on here.
   * @returns null of a moment of the past, which has a newer one to go on from; of parameters that are no numbers; and of
   *   a model that is not trained
   */
  async keep(): Promise<Sleep | null> {
    const run = this.current();
    if (!isTrained(run) || (run.timeline?.at ?? null) !== null) return null;
    const saved = await this.present(run);
    return allFinite(saved.values) ? { ...handedOver(run, saved), timeline: null } : null;
  }

  private present(run: Run): Promise<Saved> {
    return this.keeper.surviving(run, async () => {
      // Of the same moment: the engine takes its copy at once, though it may hand it over later.
      const trainer = run.trainer.state();
      return { ...(await run.trainer.engine.save()), trainer };
    });
  }

  /**
   * Takes over parameters; the run goes on from them.
   * @throws RangeError when they do not fit the model
   */
  async load(parameters: Parameters | Saved): Promise<void> {
    const run = this.current();
    const { trainer, snapshots, timeline, live } = run;
    this.jobs.cancel('Other parameters were loaded');
    await this.keeper.surviving(run, async () => {
      trainer.load(parameters, 'trainer' in parameters ? parameters.trainer : null);
      const state = trainer.state();
      snapshots.reset({ ...parameters, trainer: state });
      timeline?.restart({ parameters, trainer: state, settings: trainingSettings(live) });
      // Those of the steps before are not of these parameters.
      await trainer.engine.losses();
    });
  }

  /**
   * Stops training, and goes to a moment of the past, with the settings of then, or back; training goes on from there.
   * @throws RangeError where nothing is kept of this run, or no branch was left
   */
  async travel(to: Destination, view: View): Promise<Travelled> {
    const run = this.current();
    const { timeline } = run;
    // The page holds it to be at rest from here on, whatever comes of it.
    this.player.play(false);
    if (timeline === null)
      throw new RangeError('Nothing is kept of the past of this run: it has one moment, the present');
    this.jobs.cancel('The run has gone to another moment');
    await this.keeper.surviving(run, () => travel(run, timeline, to));
    const frame = await this.observe(view, true);
    return { frame, settings: trainingSettings(run.live) };
  }

  /**
   * Stops the run and hands over all that it needs to go on elsewhere. There is no run afterwards.
   * @param past bytes that may be kept of its timeline; all of it unless given
   */
  async sleep(past = Number.POSITIVE_INFINITY): Promise<Sleep> {
    const run = this.current();
    this.player.play(false);
    const saved = await this.present(run);
    const sleep = { ...handedOver(run, saved), timeline: run.timeline?.keep(past) ?? null };
    this.end();
    return sleep;
  }

  /** Ends the run for good; no step is taken after that. */
  dispose(): void {
    this.player.dispose();
    this.end();
    this.jobs.dispose();
  }

  /** Tells the page what has changed of the timeline since it was last told. */
  private tell({ timeline }: Run): void {
    const news = timeline?.news() ?? null;
    if (news !== null) this.access.tell({ kind: 'changed', timeline: news });
  }

  private end(): void {
    this.jobs.cancel('The run has ended');
    this.run?.trainer.engine.dispose();
    this.run = null;
  }

  private current(): Run {
    if (this.failure !== null) throw this.failure;
    if (this.run === null) throw new Error('There is no run yet: start one first');
    return this.run;
  }

  /** The run, where it has codes of images. */
  private coded(): Run {
    const run = this.current();
    if (!run.canEncode) throw new RangeError('This model is a decoder alone: it has no codes of images');
    return run;
  }

  /** Leaves the parameters of a lost loss for the last sound ones, and stops. */
  private async goBack(run: Run, step: number): Promise<void> {
    this.player.play(false);
    this.jobs.cancel('The loss was lost');
    const restored = await goBack(run, (work) => this.keeper.surviving(run, work), step);
    this.access.emit({ kind: 'diverged', step, restored });
  }
}

/** All that a run needs to go on elsewhere, but its past. */
function handedOver(run: Run, { trainer, ...parameters }: Saved): Omit<Sleep, 'timeline'> {
  return { parameters, trainer, axes: run.axes, serving: engineSummary(run), settings: trainingSettings(run.live) };
}

/** @throws SeenMomentError at a moment of the past that is kept only to be looked at */
function checkWhole({ timeline }: Run): void {
  const base = timeline?.base ?? null;
  if (base !== null) throw new SeenMomentError({ step: timeline!.at!, base });
}

function checkRows(what: string, length: number, width: number): void {
  if (length === 0 || length % width !== 0) {
    throw new RangeError(`${length} numbers are not whole ${what} of ${width} numbers each`);
  }
}
