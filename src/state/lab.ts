import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Frame, PictureRequest } from '../worker/frameProtocol';
import type { Measures } from '../worker/jobAnswers';
import type { JobAnswers, JobKind, JobRequests } from '../worker/jobProtocol';
import type { Dataset, Source } from '../worker/libraryProtocol';
import type { Codes, Parameters, Saved } from '../worker/protocol';
import { type Brought, type Loaded, ownSource, type Treatment } from './brought';
import { fetchLate } from './fetchLate';
import type { GlideTarget } from './glide';
import type { History } from './history';
import { type Events, LabEvents } from './labEvents';
import { type LabParts, LabRun } from './labRun';
import { type LabState, stateOf } from './labState';
import { loadInto } from './loadInto';
import type { Bound } from './lockstep';
import { NoticeBoard } from './notices';
import { Pad } from './pad';
import { NO_PAST } from './pastRoom';
import { PinBoard } from './pins';
import { PlaneLayers } from './planeLayers';
import { PriorDraws } from './priorDraws';
import { PlaneRegion } from './region';
import type { Reparameterise } from './reparameterise';
import { Selection } from './selection';
import { defaultSettings, type Settings } from './settings';
import { type NamedSettings, SettingsChange } from './settingsChange';
import type { SlowMotion } from './slowMotion';
import { NOTHING_STAGED, type Staged } from './staged';
import { Surveys } from './surveys';
import type { Timeline } from './timeline';

/** One model, the page's side of it: settings in, frames out. It has a worker only while it is awake. */
export class Lab {
  readonly store: StoreApi<LabState>;
  readonly notices = new NoticeBoard();
  /** Codes that are pinned on the latent plane. */
  readonly pins: PinBoard;
  /** What the latent plane shows. */
  readonly layers = new PlaneLayers();
  /** The image that is looked at. */
  readonly selection = new Selection(() => this.dataset?.n ?? null);
  /** A pad to draw an image on. */
  readonly pad = new Pad(this);
  /** The part of the plane that is decoded by itself. */
  readonly region = new PlaneRegion();
  /** Codes drawn from the prior. */
  readonly prior = new PriorDraws();
  /** What panels that are open show on the plane. */
  readonly staged: StoreApi<Staged> = createStore<Staged>(() => NOTHING_STAGED);
  /** The losses of the run so far, and what was measured of it. */
  readonly history: History;
  /** The past of the run: its moments that can be shown again, and gone on from. */
  readonly timeline: Timeline;
  private readonly events = new LabEvents();
  /** For what watches over it (guard.ts, watchDetail.ts) or tries again (retryRun.ts, retryEngine.ts); all else asks the lab. */
  readonly run: LabRun;
  private readonly surveys: Surveys;
  private readonly changes: SettingsChange;
  /**
   * Those that it is compared with, and itself, which take together the steps that it is asked for; null where it
   * stands alone.
   */
  private companions: readonly Lab[] | null = null;
  private stepping = 0;

  /**
   * @param playing whether it trains as soon as it is open
   * @param past what may be kept of the past of a run
   * @param pins those of a lab that it is compared with
   */
  constructor(parts: LabParts, settings: Partial<Settings> = {}, playing = true, past = NO_PAST, pins?: PinBoard) {
    this.pins = pins ?? new PinBoard(() => this.settings.latent);
    const opened = { ...defaultSettings(), ...settings };
    this.store = createStore<LabState>(() => stateOf(opened, playing, parts.own ?? null));
    const show = (frame: Frame): void => {
      // On the plane of the lab that they belong to.
      if (pins === undefined) this.pins.see(frame.latent, frame.plane.axes);
      this.events.tell('frame', frame);
    };
    this.run = new LabRun(parts, this.store, this.notices, show, () => this.changes.endGlide(), past);
    this.changes = new SettingsChange(this.store, this.run, parts.nextFrame);
    const { asker, history, timeline } = this.run;
    this.surveys = new Surveys((payload, tell) => asker.ask('survey', payload, tell), history, this.notices);
    this.history = history;
    this.timeline = timeline;
    this.store.subscribe((now, before) => now.dataset !== before.dataset && this.selection.refit());
  }

  /** All settings as they are now; `set` changes them. */
  get settings(): Settings {
    return this.store.getState().settings;
  }

  /** What is shown; null before the first frame. It stays while the lab sleeps, or has failed. */
  get frame(): Frame | null {
    return this.run.pump.frame;
  }

  /** The images of the run; null before the first. */
  get dataset(): Dataset | null {
    return this.store.getState().dataset;
  }

  /** Loads the data set and makes the model. What fails is in the state; `retryRun` tries again. */
  open(): Promise<void> {
    return this.run.begin();
  }

  /**
   * Changes settings; the promise resolves when they are in force. A new data set or architecture begins a new run,
   * everything else takes effect from the next step on; a lab that is asleep takes both in when it wakes. `sigma` is
   * another name of `noiseScale`. A change of β or σ ends a glide.
   * @throws RangeError naming key, value and range, before anything has changed
   */
  set(changes: NamedSettings): Promise<void> {
    return this.changes.set(changes);
  }

  /**
   * Moves β and σ to a target together, in a straight line, over `duration` ms; a change of either by `set` ends it.
   * @throws RangeError when the target is out of range, before anything has changed
   */
  glide(target: GlideTarget, duration: number): Promise<void> {
    return this.changes.glide(target, duration);
  }

  /** Trains from now on, as soon as there is a run, the lab is in sight and a core is free for it. */
  play(): void {
    this.setPlaying(true);
  }

  /** Stops training; one more frame shows where it has stopped. */
  pause(): void {
    this.setPlaying(false);
  }

  /** Pauses, trains exactly `count` Adam steps, with those that it is compared with, and resolves to the frame after them. */
  async step(count = 1): Promise<Frame> {
    if (!Number.isInteger(count) || count < 0 || count > 1_000_000)
      throw new RangeError(`count is ${count}; it must be a whole number from 0 to 1000000`);
    this.timeline.endFilm();
    // The worker stops for the steps by itself, and the frame after them is the one that it comes to rest at.
    this.store.setState({ playing: false });
    const { companions } = this;
    if (companions === null) return this.advance(count);
    this.stepping += 1;
    try {
      return await (await fetchLate('stepTogether')).stepTogether(companions, this, count);
    } finally {
      this.stepping -= 1;
    }
  }

  /** From now on these take the steps together that one of them is asked for. */
  accompany(labs: readonly Lab[]): void {
    this.companions = labs;
  }

  /** Trains exactly so many steps, whether it is paused or waits where nobody sees it. */
  async advance(count: number): Promise<Frame> {
    const { asker, pump } = this.run;
    const { answer: frame, number } = await asker.askNumbered('step', () => ({ count, view: pump.present }));
    pump.accept(frame, number);
    return frame;
  }

  /** Begins again from the initial parameters: the same seed gives the same run. */
  reset(): Promise<void> {
    this.events.tell('reset', null);
    return this.run.begin();
  }

  /**
   * Codes of M images of the present size, intensities in [0, 1], row-major.
   * @throws AbortError of more than 2,048, which are encoded between steps and frames, when their moment of the run is gone
   *   before the end: the run began again, went back or changed its engine
   */
  encode(images: Float32Array): Promise<Codes> {
    return this.run.asker.ask('encode', { images });
  }

  /** Mean intensities in [0, 1] of M decoded codes. */
  decode(z: Float32Array | readonly number[]): Promise<Float32Array> {
    return this.run.asker.ask('decode', { z: Float32Array.from(z) });
  }

  /**
   * Reads the reader's own images and begins a new run on them.
   * @param source one file or several (images, and their labels), or an address
   * @param treatment how they are read, such as `inverted`, and the settings `size`, `count`, `transposed` and `binary`
   * @throws DataFailure that names the file and the fault, or AbortError when it was cancelled; the run under way stays
   */
  async loadData(source: File | Iterable<File> | string, treatment?: Treatment): Promise<Dataset> {
    const images = typeof source === 'string' ? source : source instanceof File ? [source] : [...source];
    await this.run.useFiles(ownSource(images, treatment));
    this.events.tell('images', { images, treatment });
    return this.dataset!;
  }

  /** Ends the reading of images; the run under way goes on. */
  cancelLoading(): void {
    this.run.reader.cancel();
  }

  /**
   * Parameters, optimiser state and place in the data of this moment: `load` goes on from there, on simd to the bit.
   * @throws RangeError with `seenOnly` at a moment of the past that is kept only to be looked at; Error for a model of
   *   tfjs-layers
   */
  save(): Promise<Saved> {
    return this.run.asker.ask('save', {});
  }

  /**
   * Goes on from what was saved. A file (safetensors; README, "Take along") may be of another model: the settings are
   * brought in line with it, and the lab rests at its step. Several files are a model of tfjs-layers: `model.json` of a
   * decoder, and of its encoder, with their weights; it is shown, and not trained.
   * @returns what came of it
   * @throws RangeError for parameters that do not fit the model; WeightsError for a file that cannot be used. The run
   *   under way stays then
   */
  load(source: Parameters | Brought): Promise<Loaded> {
    return loadInto(this.run, this.store, source);
  }

  /**
   * Measures the present parameters over all of the data: losses, ELBO, KL surgery, coverage, …
   * @param request `evidence`: ln p(x) of what is trained on and of what is held out, too, which takes seconds
   */
  measure(request?: JobRequests['measure']): Promise<Measures> {
    return this.surveys.measure(request);
  }

  /**
   * Has the worker compute something of the present moment, between training steps, while training goes on.
   * @param kind and `request`: what is asked for, as `JobRequests` has it
   * @param key a newer survey with the same key ends an older one
   * @param tell is called with the share that is done, 0 … 1, of a geodesic
   * @returns the answer, with the step that it is of; rejects with an AbortError when it was ended, by a newer one or
   *   because its moment is gone: the run began again, fell asleep, went back or changed its engine
   */
  survey<K extends JobKind>(
    kind: K,
    request: JobRequests[K],
    key: string = kind,
    tell?: (share: number) => void,
  ): Promise<JobAnswers[K]> {
    return this.surveys.request(kind, request, key, tell);
  }

  /** Ends the survey with this key, where one is under way: whoever waits for it gets an AbortError. */
  async endSurvey(key: string): Promise<void> {
    // A lab that sleeps or has failed has none, and is not woken for that; nor has one whose worker ends meanwhile.
    const { asleep, run, failure } = this.store.getState();
    if (asleep || run === null || failure !== null) return;
    await this.run.asker.ask('endSurvey', { key }).catch(() => undefined);
  }

  /** Calls `listener` with every event of a kind, such as every frame; returns a function that ends it. */
  on<E extends keyof Events>(event: E, listener: (event: Events[E]) => void): () => void {
    return this.events.on(event, listener);
  }

  /** Asks for pictures in the next frames, under a key of the asker's; null asks for none. */
  show(key: string, request: PictureRequest | null): void {
    this.run.pump.request(key, request);
  }

  /** The next training step, taken apart stage by stage. @throws Error where its script does not come */
  async slowMotion(): Promise<SlowMotion> {
    return (await fetchLate('slowMotion')).slowMotionOf(this);
  }

  /** A code of one image, sampled with given noise. @throws Error where its script does not come */
  async reparameterise(): Promise<Reparameterise> {
    return (await fetchLate('reparameterise')).reparameteriseOf(this);
  }

  /**
   * Whether it may train: not while nobody can see it, nor while others have their turn.
   * @param waits whether it may soon: then it has not come to rest
   */
  allow(allowed: boolean, waits = false): void {
    this.run.turn.allow(allowed, waits);
  }

  /** Lets it train so far and no farther; null for on and on. */
  bind(bound: Bound | null): void {
    this.run.turn.bind(bound);
  }

  /** Whether it stands still, and its frame shows where. */
  get rests(): boolean {
    return this.stepping === 0 && this.run.turn.rests;
  }

  /** Where the reader's own images come from; null where there are none. */
  get ownImages(): Source | null {
    return this.store.getState().ownImages;
  }

  /**
   * Whether it may be asked without being woken for it: it neither sleeps nor falls asleep. What asks again and again by
   * itself waits until it is so, or it would wake a lab that nobody sees.
   */
  get isAwake(): boolean {
    return this.run.sleeper.isAwake;
  }

  /** Whether its settings are of another run than the last: one that sleeps takes them in when it wakes. */
  get isBehind(): boolean {
    return this.run.starter.behind.length > 0;
  }

  /** Gives the worker back. The run goes on where it is when it wakes, on simd to the bit. */
  sleep(): Promise<void> {
    return this.run.sleeper.sleep();
  }

  /** Has a worker again, where it was; opens a lab that never had one. What fails is in the state. */
  wake(): Promise<void> {
    return this.run.sleeper.wake();
  }

  /** Ends the worker, the run and every subscription, for good. */
  dispose(): void {
    this.changes.endGlide();
    this.run.dispose();
    this.events.clear();
  }

  private setPlaying(playing: boolean): void {
    const { playing: before, run } = this.store.getState();
    // A model that was brought to be looked at is not trained.
    if (before === playing || (playing && run?.engine === 'layers')) return;
    this.store.setState({ playing });
    this.run.turn.apply();
  }
}
