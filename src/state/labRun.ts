import type { StoreApi } from 'zustand/vanilla';
import type { LayersPair } from '../formats/layersFiles';
import type { Client } from '../worker/client';
import type { DataOrder, Dataset, Library, Source } from '../worker/libraryProtocol';
import type { Answers, EngineFailure, EngineSummary, Frame, Origin, Request, RunEvent } from '../worker/protocol';
import { changedKeys } from './checkSetting';
import { Connection, type Payload, type RunOrder } from './connection';
import { failureOf, ImagesError, isAbort, noticeOfImages } from './failures';
import { FramePump } from './framePump';
import { History } from './history';
import { ImageReader } from './imageReader';
import type { LabState } from './labState';
import type { NoticeBoard } from './notices';
import { dataOrder, liveConfig, runConfig, shownAxes } from './runConfig';
import { type Key, type Settings, SPECS } from './settings';

/** What a lab needs of its surroundings. */
export interface LabParts {
  /** Starts a training worker. */
  readonly startClient: () => Client;
  readonly library: Library;
  /** Absolute address of the site's root, ending in a slash. */
  readonly baseUrl: string;
  /** Calls back when the next picture is due: requestAnimationFrame in a page. */
  readonly schedule: (draw: () => void) => void;
}

/** A run that is to go on from elsewhere. */
export interface Adoption {
  /** All settings of the lab from then on. */
  readonly settings: Settings;
  /** Where it goes on from; or a model that is looked at, and not trained. */
  readonly from: { readonly origin: Omit<Origin, 'serving'> } | { readonly pair: LayersPair };
  /** @throws Error where the run cannot go on with these images */
  check(dataset: Dataset): void;
}

/** The run of a lab from its beginning to its end: it begins, rests, sleeps, wakes and fails. */
export class LabRun {
  readonly history = new History();
  readonly pump: FramePump;
  readonly reader: ImageReader;
  private readonly connection: Connection;
  /** The reader's own images, once they have been read. */
  private own: Source | null = null;
  /** A model that the reader has brought, while it is shown. */
  private pair: LayersPair | null = null;
  private allowed = true;
  private starts = 0;
  /** The last start, until its run has begun. */
  private starting: Promise<void> | null = null;
  private disposed = false;

  /** @param show called with every frame */
  constructor(
    private readonly parts: LabParts,
    private readonly store: StoreApi<LabState>,
    private readonly notices: NoticeBoard,
    show: (frame: Frame) => void,
  ) {
    this.connection = new Connection(parts.startClient, (event) => this.happened(event));
    this.reader = new ImageReader(parts.library, (loading) => store.setState({ loading }));
    this.pump = new FramePump({
      ask: (view) => (this.isReady ? this.connection.ask('frame', { view }) : null),
      training: () => this.training,
      schedule: parts.schedule,
      show: (frame) => {
        this.history.add(frame);
        show(frame);
      },
      fail: (error) => this.fail(error),
    });
  }

  get hasFiles(): boolean {
    return this.own !== null;
  }

  /** Begins for the first time. */
  open(): Promise<void> {
    return this.start(this.order()).catch((error: Error) => this.fail(error));
  }

  /** Begins again from the initial parameters. */
  reset(): Promise<void> {
    return this.start(null).catch((error: Error) => this.fail(error));
  }

  /** @throws DataFailure or WorkerError, or AbortError when the reading was ended; the run under way stays */
  async useFiles(files: Source): Promise<void> {
    await this.start(this.orderOf(files), files).catch((error: unknown) => {
      throw error instanceof ImagesError ? error.reason : error;
    });
  }

  /**
   * Begins a run that goes on from parameters of elsewhere, and rests there.
   * @throws what `check` throws, an error of images that cannot be had, or AbortError when their reading was ended; the
   *   run under way stays then
   */
  async adopt(adoption: Adoption): Promise<void> {
    await this.wake();
    const needsImages = changedKeys(adoption.settings, this.settings).some((key) => IMAGES.includes(key));
    const order = needsImages ? dataOrder(adoption.settings, this.parts.baseUrl, this.own) : null;
    try {
      // The library keeps what it has read: the start has it at once.
      const dataset = order === null ? this.dataset : await this.reader.read(order, null);
      if (dataset !== null) adoption.check(dataset);
    } catch (error) {
      throw error instanceof ImagesError ? error.reason : error;
    }
    await this.start(order, null, adoption).catch((error: Error) => {
      this.fail(error);
      throw error;
    });
  }

  /** Brings the run in line with settings that have changed. */
  async follow(before: Settings, keys: readonly Key[]): Promise<void> {
    if (keys.some((key) => SPECS[key].restart)) return this.restart(before, keys);
    const turned = keys.includes('axisX') || keys.includes('axisY');
    if (turned) this.pump.turn(shownAxes(this.settings));
    // A run that is still to begin, or to wake, does so with the settings of then.
    if (!this.isReady) return;
    if (turned) this.pump.refresh();
    try {
      await Promise.all([
        keys.includes('engine') ? this.changeEngine(before.engine) : null,
        this.ask('configure', { live: liveConfig(this.settings) }),
      ]);
      this.pump.refresh();
    } catch (error) {
      this.fail(error as Error);
    }
  }

  /** A new run of the present settings; when its images cannot be had, the run under way and its settings stay. */
  private async restart(before: Settings, keys: readonly Key[]): Promise<void> {
    const named = keys.includes('data');
    const needsImages = keys.some((key) => IMAGES.includes(key));
    // Files that are being read are what the change is meant for, unless it names other data.
    const files = named ? null : this.reader.pendingFiles;
    const order = files === null ? this.order() : this.orderOf(files);
    const id = this.starts + 1;
    try {
      await this.start(needsImages ? order : null, needsImages ? files : null);
    } catch (error) {
      if (!(error instanceof ImagesError) && !isAbort(error)) {
        this.fail(error as Error);
        return;
      }
      if (id === this.starts) this.store.setState({ settings: { ...this.settings, ...pick(before, keys) } });
      if (error instanceof ImagesError) this.notices.notify(noticeOfImages(error.reason));
    }
  }

  /**
   * Begins a run.
   * @param order the images; null keeps those that are loaded, or are being read
   * @param files the reader's own that `order` names, if they are new
   * @param adoption where it goes on from, if not from the initial parameters
   */
  private async start(order: DataOrder | null, files: Source | null = null, adoption?: Adoption): Promise<void> {
    if (order === null && adoption === undefined && this.reader.isReading && this.starting !== null)
      return this.starting;
    const id = ++this.starts;
    const starting = this.prepare(id, order, files, adoption);
    this.starting = starting;
    this.store.setState({ starting: true });
    try {
      await starting;
    } finally {
      if (id === this.starts) {
        this.starting = null;
        this.store.setState({ starting: false });
      }
    }
  }

  private async prepare(id: number, order: DataOrder | null, files: Source | null, adoption?: Adoption): Promise<void> {
    await this.connection.settled();
    this.connection.open();
    this.store.setState({ asleep: false });
    const dataset = (order === null ? this.dataset : null) ?? (await this.reader.read(order ?? this.order(), files));
    // A later start may have taken its place meanwhile.
    if (id === this.starts && !this.disposed) await this.begin(id, dataset, files, adoption);
  }

  private async begin(id: number, dataset: Dataset, files: Source | null, adoption?: Adoption): Promise<void> {
    if (adoption !== undefined) {
      this.store.setState({ settings: adoption.settings, playing: false });
      // Before the run begins: it must not take a step from where it was left.
      this.applyPlaying();
    }
    const number = this.pump.next();
    const asked = this.settings;
    this.pair = adoption !== undefined && 'pair' in adoption.from ? adoption.from.pair : null;
    const run = await this.connection.start(this.runOrder(), dataset, this.originOf(adoption, dataset));
    if (id !== this.starts || this.disposed) return;
    this.pump.outdate(number);
    this.history.clear();
    if (files !== null) this.own = files;
    const settings = files === null ? this.settings : { ...this.settings, data: 'file' as const };
    this.store.setState({ settings, dataset, run, failure: null });
    this.catchUp(asked);
  }

  /** Where a run begins that goes on from elsewhere, on the engine that serves now; the order of other images is no use. */
  private originOf(adoption: Adoption | undefined, dataset: Dataset): Origin | null {
    if (adoption === undefined || 'pair' in adoption.from) return null;
    const { trainer, ...origin } = adoption.from.origin;
    const fits = trainer?.order.length === dataset.n;
    return { ...origin, trainer: fits ? trainer : null, serving: this.store.getState().run };
  }

  /** The run has come: what was asked of it meanwhile takes effect. */
  private catchUp(asked: Settings): void {
    const keys = changedKeys(this.settings, asked).filter((key) => !SPECS[key].restart);
    if (keys.length > 0) void this.follow(asked, keys);
    this.pump.turn(shownAxes(this.settings));
    this.applyPlaying();
  }

  /** Asks the worker, which is woken for it. */
  ask<T extends Request['type'] & keyof Answers>(type: T, payload: Payload<T>): Promise<Answers[T]> {
    // At once where that can be, so that requests keep the order in which they were made.
    return this.isReady ? this.connection.ask(type, payload) : this.askLater(type, payload);
  }

  private async askLater<T extends Request['type'] & keyof Answers>(type: T, payload: Payload<T>): Promise<Answers[T]> {
    await this.wake();
    const { failure } = this.store.getState();
    if (failure !== null) throw new Error(failure.message);
    return this.connection.ask(type, payload);
  }

  /** Whether it may train: not while nobody can see it, nor while others have their turn. */
  allow(allowed: boolean): void {
    if (allowed === this.allowed) return;
    this.allowed = allowed;
    this.applyPlaying();
  }

  /** Gives the worker back. The run goes on where it is when it wakes, on simd to the bit. */
  async sleep(): Promise<void> {
    if (!this.isReady || this.store.getState().starting) return;
    try {
      await this.connection.sleep(async (client) => {
        if (this.pump.isAtRest) return;
        const number = this.pump.next();
        this.pump.accept(await client.request('frame', { view: this.pump.present }), number);
      });
      this.store.setState({ asleep: true });
    } catch (error) {
      this.fail(error as Error);
    }
  }

  /** Has a worker again, where it was; opens a lab that never had one. What fails is in the state. */
  async wake(): Promise<void> {
    await this.connection.settled();
    // What a start comes to is told by itself.
    if (this.starting !== null) return this.starting.catch(() => undefined);
    const { asleep, failure } = this.store.getState();
    if (!asleep || failure !== null || this.disposed) return;
    const { sleeping } = this.connection;
    if (sleeping === null) return this.open();
    this.store.setState({ asleep: false });
    try {
      const asked = this.settings;
      const run = await this.connection.wake(this.runOrder(), this.dataset!);
      this.history.cut(sleeping.parameters.step);
      this.store.setState({ run });
      this.catchUp(asked);
    } catch (error) {
      this.fail(error as Error);
    }
  }

  /** After a failure: begins again with a new worker, where the run was last kept. */
  async retry(): Promise<void> {
    this.connection.close();
    this.store.setState({ failure: null, asleep: true });
    await this.wake();
  }

  dispose(): void {
    this.disposed = true;
    this.pump.dispose();
    this.reader.cancel();
    this.connection.close();
  }

  applyPlaying(): void {
    if (!this.isReady) return;
    this.connection.ask('play', { playing: this.training }).catch((error: Error) => this.fail(error));
    if (this.training) this.pump.pump();
    else this.pump.refresh();
  }

  /** The model goes on training on another engine; where that cannot be had, the present one stays. */
  private async changeEngine(before: Settings['engine']): Promise<void> {
    try {
      this.useEngine(await this.ask('engine', { engine: this.settings.engine }));
    } catch (error) {
      this.store.setState({ settings: { ...this.settings, engine: before } });
      const { message, engines = [] } = error as Error & { engines?: readonly EngineFailure[] };
      this.notices.notify({ kind: 'engine', engines, message });
    }
  }

  /** Asks once more for the engine of the settings: what it lacked may come now. */
  async retryEngine(): Promise<void> {
    await this.changeEngine(this.settings.engine);
    this.pump.refresh();
  }

  private useEngine({ engine, engineReason, arithmetic }: EngineSummary): void {
    this.store.setState(({ run }) => ({ run: run === null ? null : { ...run, engine, engineReason, arithmetic } }));
  }

  private happened(event: RunEvent): void {
    if (event.kind === 'engine-lost') this.useEngine(event);
    if (event.kind === 'diverged') this.store.setState({ playing: false });
    this.history.cut(event.restored);
    this.notices.notify({ kind: 'event', event });
    this.pump.refresh();
  }

  /** It cannot go on: what is shown stays, and the reader is told. */
  private fail(error: Error): void {
    if (this.disposed || isAbort(error) || this.store.getState().failure !== null) return;
    this.connection.close();
    this.store.setState({ failure: failureOf(error), run: null, starting: false });
  }

  private order(): DataOrder {
    return dataOrder(this.settings, this.parts.baseUrl, this.own);
  }

  private orderOf(files: Source): DataOrder {
    return dataOrder({ ...this.settings, data: 'file' }, this.parts.baseUrl, files);
  }

  private runOrder(): RunOrder {
    const run = { ...runConfig(this.settings), ...(this.pair !== null && { pair: this.pair }) };
    return { run, live: liveConfig(this.settings) };
  }

  /** There is a run to ask. */
  private get isReady(): boolean {
    return this.connection.isOpen && this.store.getState().run !== null;
  }

  private get training(): boolean {
    return this.store.getState().playing && this.allowed;
  }

  private get settings(): Settings {
    return this.store.getState().settings;
  }

  private get dataset(): Dataset | null {
    return this.store.getState().dataset;
  }
}

/** The settings that images are read by. */
const IMAGES: readonly Key[] = ['data', 'size', 'transposed'];

function pick(settings: Settings, keys: readonly Key[]): Partial<Settings> {
  return Object.fromEntries(keys.map((key) => [key, settings[key]])) as Partial<Settings>;
}
