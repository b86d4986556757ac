import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Client } from '../worker/client';
import type {
  Codes,
  DatasetSummary,
  EngineSummary,
  Frame,
  LiveConfig,
  Measures,
  Parameters,
  RunConfig,
  RunEvent,
  Source,
  View,
} from '../worker/protocol';
import { checkSetting } from './checkSetting';
import { History } from './history';
import { type LabState, MAX_PINS, type NoticeText, type Pin } from './labState';
import { defaultSettings, type Key, type Settings, SPECS } from './settings';

/** What a lab needs of its surroundings. */
export interface LabParts {
  readonly client: Client;
  /** Absolute address of the site's root, ending in a slash. */
  readonly baseUrl: string;
  /** Calls back when the next picture is due: requestAnimationFrame in a page. */
  readonly schedule: (draw: () => void) => void;
}

interface Events {
  frame: Frame;
}

/** One figure's model, the page's side of it: settings in, frames out. */
export class Lab {
  readonly store: StoreApi<LabState>;
  readonly history = new History();
  private readonly listeners = new Set<(frame: Frame) => void>();
  private latest: Frame | null = null;
  /** The reader's own images, once they have been read. */
  private own: Source | null = null;
  private view: View = EMPTY_VIEW;
  private visible = true;
  private dirty = false;
  private inFlight = false;
  private runs = 0;
  /** Numbers the requests whose answers change what is shown: the worker answers in order, pictures may come late. */
  private asked = 0;
  /** The number of the request that what is shown came of: a frame of an earlier one is out of date. */
  private shown = 0;
  private gliding = 0;
  private nextId = 1;

  constructor(
    private readonly parts: LabParts,
    settings: Partial<Settings> = {},
  ) {
    const all = { ...defaultSettings(), ...settings };
    this.store = createStore<LabState>(() => ({
      settings: all,
      playing: all.autoplay,
      run: null,
      dataset: null,
      starting: true,
      pins: [],
      notices: [],
    }));
    parts.client.onEvent((event) => this.happened(event));
  }

  get settings(): Settings {
    return this.store.getState().settings;
  }

  get frame(): Frame | null {
    return this.latest;
  }

  get dataset(): DatasetSummary | null {
    return this.store.getState().dataset;
  }

  /** Loads the data set and makes the model; the page calls it once. */
  open(): Promise<void> {
    return this.start(this.dataRequest());
  }

  /**
   * Changes settings; the promise resolves when they are in force. A new data set or architecture begins a new run,
   * everything else takes effect from the next step on. `sigma` is another name of `noiseScale`.
   * @throws RangeError naming key, value and range, before anything has changed
   */
  set({ sigma, ...named }: Partial<Settings> & { sigma?: number }): Promise<void> {
    const changes: Partial<Settings> = sigma === undefined ? named : { ...named, noiseScale: sigma };
    for (const [key, value] of Object.entries(changes)) checkSetting(key, value);
    if (changes.data === 'file' && this.own === null) {
      throw new RangeError('data is "file", but no file has been loaded: use loadData');
    }
    const before = this.settings;
    const keys = (Object.keys(changes) as Key[]).filter((key) => !isSame(changes[key], before[key]));
    if (keys.length === 0) return Promise.resolve();
    this.store.setState({ settings: { ...before, ...changes } });
    if (keys.some((key) => SPECS[key].restart)) {
      return this.start(this.dataRequest()).catch((error: Error) => {
        this.store.setState({ settings: { ...this.settings, ...pick(before, keys) } });
        this.notify({ kind: 'data', message: error.message });
      });
    }
    const tasks = [];
    if (keys.includes('engine')) tasks.push(this.changeEngine(before.engine));
    if (keys.some((key) => key === 'axisX' || key === 'axisY')) this.showAxes();
    if (keys.some((key) => SPECS[key].group !== 'page')) tasks.push(this.configure());
    return Promise.all(tasks).then(() => undefined);
  }

  /**
   * Moves β and σ to a target together, in a straight line, over `duration` ms; a change by hand ends it.
   * @throws RangeError when the target is out of range, before anything has changed
   */
  glide(target: { beta: number; noiseScale: number }, duration: number): Promise<void> {
    for (const [key, value] of Object.entries(target)) checkSetting(key, value);
    const from = this.settings;
    const id = ++this.gliding;
    const began = performance.now();
    return new Promise((resolve) => {
      const move = (): void => {
        if (id !== this.gliding) {
          resolve();
          return;
        }
        const t = duration <= 0 ? 1 : Math.min(1, (performance.now() - began) / duration);
        void this.set({
          beta: from.beta + t * (target.beta - from.beta),
          noiseScale: from.noiseScale + t * (target.noiseScale - from.noiseScale),
        });
        if (t < 1) this.parts.schedule(move);
        else resolve();
      };
      move();
    });
  }

  /** Ends a glide where it is: the reader has taken a slider. */
  takeOver(): void {
    this.gliding += 1;
  }

  play(): void {
    this.setPlaying(true);
  }

  pause(): void {
    this.setPlaying(false);
  }

  /** Pauses, trains exactly `count` Adam steps and resolves to the frame after them. */
  async step(count = 1): Promise<Frame> {
    if (!Number.isInteger(count) || count < 0 || count > 1_000_000) {
      throw new RangeError(`count is ${count}; it must be a whole number from 0 to 1000000`);
    }
    this.pause();
    const number = ++this.asked;
    const frame = await this.parts.client.request('step', { count, view: this.view });
    this.accept(frame, number);
    return frame;
  }

  /** Begins again from the initial parameters: the same seed gives the same run. */
  reset(): Promise<void> {
    return this.start(null);
  }

  /** Codes of M images of the present size, intensities in [0, 1], row-major. */
  encode(images: Float32Array): Promise<Codes> {
    return this.parts.client.request('encode', { images });
  }

  /** Mean intensities in [0, 1] of M decoded codes. */
  decode(z: Float32Array | readonly number[]): Promise<Float32Array> {
    return this.parts.client.request('decode', { z: Float32Array.from(z) });
  }

  /**
   * Reads the reader's own images (IDX or IDX.gz, with or without labels) and begins a new run on them.
   * @throws an Error that names the file and the fault; the run under way stays as it was
   */
  async loadData(source: File | Iterable<File> | string): Promise<DatasetSummary> {
    const own = ownSource(source);
    const before = this.settings.data;
    this.store.setState({ settings: { ...this.settings, data: 'file' } });
    try {
      await this.start(own);
    } catch (error) {
      this.store.setState({ settings: { ...this.settings, data: before } });
      throw error;
    }
    this.own = own;
    return this.dataset!;
  }

  /** Parameters and optimiser state of this moment. */
  save(): Promise<Parameters> {
    return this.parts.client.request('save', {});
  }

  /** Goes on from saved parameters. @throws RangeError when they do not fit the model */
  async load(parameters: Parameters): Promise<void> {
    const number = ++this.asked;
    await this.parts.client.request('load', { parameters });
    this.shown = number;
    this.history.clear();
    this.refresh();
  }

  measure(): Promise<Measures> {
    return this.parts.client.request('measure', {});
  }

  /** Calls `listener` with every frame; returns a function that ends it. */
  on<E extends keyof Events>(_event: E, listener: (event: Events[E]) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Changes what the next frames show; the parts that are not named stay. */
  show(part: Partial<View['points'] & View['probes']>): void {
    const { points, probes } = this.view;
    this.view = {
      ...this.view,
      points: { grid: part.grid ?? points.grid, pins: part.pins ?? points.pins, lens: part.lens ?? points.lens },
      probes: { strip: part.strip ?? probes.strip, hover: part.hover ?? probes.hover },
    };
    this.refresh();
  }

  addPin(x: number, y: number): Pin {
    const pin = { id: this.nextId++, x, y };
    this.setPins([...this.store.getState().pins, pin].slice(-MAX_PINS));
    return pin;
  }

  movePin(id: number, x: number, y: number): void {
    this.setPins(this.store.getState().pins.map((pin) => (pin.id === id ? { id, x, y } : pin)));
  }

  removePin(id: number): void {
    this.setPins(this.store.getState().pins.filter((pin) => pin.id !== id));
  }

  /** Whether anybody can see the figure; training rests while nobody can. */
  setVisible(visible: boolean): void {
    if (visible === this.visible) return;
    this.visible = visible;
    this.applyPlaying();
  }

  notify(notice: NoticeText): void {
    const id = this.nextId++;
    this.store.setState(({ notices }) => ({ notices: [...notices, { id, ...notice }] }));
  }

  dismiss(id: number): void {
    this.store.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }));
  }

  private setPins(pins: readonly Pin[]): void {
    this.store.setState({ pins });
    this.show({ pins: Float32Array.from(pins.flatMap(({ x, y }) => [x, y])) });
  }

  private setPlaying(playing: boolean): void {
    if (this.store.getState().playing === playing) return;
    this.store.setState({ playing });
    this.applyPlaying();
  }

  private applyPlaying(): void {
    if (this.store.getState().run === null) return;
    this.guard(this.parts.client.request('play', { playing: this.training }));
    this.pump();
  }

  private get training(): boolean {
    return this.store.getState().playing && this.visible;
  }

  /** The model goes on training on another engine; where that cannot be had, the present one stays. */
  private async changeEngine(before: Settings['engine']): Promise<void> {
    try {
      this.useEngine(await this.parts.client.request('engine', { engine: this.settings.engine }));
    } catch (error) {
      this.store.setState({ settings: { ...this.settings, engine: before } });
      this.notify({ kind: 'engine', message: (error as Error).message });
    }
  }

  private useEngine({ engine, engineReason }: EngineSummary): void {
    this.store.setState(({ run }) => ({ run: run === null ? null : { ...run, engine, engineReason } }));
  }

  private happened(event: RunEvent): void {
    if (event.kind === 'engine-lost') this.useEngine(event);
    if (event.kind === 'diverged') this.store.setState({ playing: false });
    this.history.cut(event.restored);
    this.notify({ kind: 'event', event });
    this.refresh();
  }

  /** Two different axes that the model has, or none of them: then the most active. */
  private showAxes(): void {
    const { axisX, axisY, latent } = this.settings;
    const known = axisX !== axisY && Math.min(axisX, axisY) > 0 && Math.max(axisX, axisY) <= latent;
    this.view = { ...this.view, axes: known ? [axisX - 1, axisY - 1] : null };
    this.refresh();
  }

  private configure(): Promise<void> {
    return this.parts.client.request('configure', { live: this.live() }).then(() => this.refresh());
  }

  private async start(data: Source | null): Promise<void> {
    const id = ++this.runs;
    const number = ++this.asked;
    this.store.setState({ starting: true });
    try {
      const { dataset, ...run } = await this.parts.client.request('start', {
        run: this.runConfig(data),
        live: this.live(),
      });
      this.shown = number;
      if (dataset !== null) this.store.setState({ dataset });
      this.history.clear();
      this.store.setState({ run });
    } finally {
      if (id === this.runs) this.store.setState({ starting: false });
    }
    this.applyPlaying();
    this.showAxes();
  }

  private dataRequest(): Source {
    const { data } = this.settings;
    if (data === 'uci-digits') return { kind: 'uci-digits' };
    if (data === 'strokes') return { kind: 'strokes', seed: STROKES_SEED };
    return this.own!;
  }

  private runConfig(data: Source | null): RunConfig {
    const { size, seed, hidden, activation, latent, init, engine } = this.settings;
    return { data, baseUrl: this.parts.baseUrl, size, seed, hidden, activation, latent, init, engine };
  }

  private live(): LiveConfig {
    const { beta, noiseScale, likelihood, sigmaX, regulariser, learningRate, batchSize, speed } = this.settings;
    return {
      hyper: { beta, noiseScale, likelihood, sigmaX, regulariser, learningRate },
      batchSize,
      speed,
    };
  }

  private refresh(): void {
    this.dirty = true;
    this.pump();
  }

  /** Asks for the next frame when the last is being drawn; one is in flight at most. */
  private pump(): void {
    if (this.inFlight || this.store.getState().run === null || !(this.training || this.dirty)) return;
    this.inFlight = true;
    this.dirty = false;
    const number = ++this.asked;
    const landed = (): void => {
      this.inFlight = false;
    };
    this.parts.client.request('frame', { view: this.view }).then(
      (frame) =>
        this.parts.schedule(() => {
          landed();
          // Asked for before this one is drawn, so that the worker computes it meanwhile.
          this.pump();
          this.accept(frame, number);
        }),
      (error: Error) => {
        landed();
        this.fail(error);
      },
    );
  }

  private accept(frame: Frame, number: number): void {
    if (number < this.shown) return;
    this.shown = number;
    this.latest = frame;
    this.history.add(frame);
    for (const listener of this.listeners) listener(frame);
  }

  /** A defect: training stops, and the reader is told. */
  private fail(error: Error): void {
    this.store.setState({ playing: false });
    this.notify({ kind: 'defect', message: error.message });
  }

  private guard(promise: Promise<unknown>): void {
    promise.catch((error: Error) => this.fail(error));
  }
}

const EMPTY_VIEW: View = {
  axes: null,
  points: { grid: new Float32Array(0), pins: new Float32Array(0), lens: new Float32Array(0) },
  probes: { strip: new Uint32Array(0), hover: new Uint32Array(0) },
};

/** The drawings are the same for every reader; the setting `seed` is the model's. */
const STROKES_SEED = 1;

/** Hidden layers of the same widths are the same layers. */
function isSame(a: unknown, b: unknown): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return a === b;
  return a.length === b.length && a.every((width, i) => width === b[i]);
}

function pick(settings: Settings, keys: readonly Key[]): Partial<Settings> {
  return Object.fromEntries(keys.map((key) => [key, settings[key]])) as Partial<Settings>;
}

function ownSource(source: File | Iterable<File> | string): Source {
  if (typeof source === 'string') return { kind: 'urls', urls: [new URL(source, document.baseURI).href] };
  return { kind: 'files', files: source instanceof File ? [source] : [...source] };
}
