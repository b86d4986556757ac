import type { StoreApi } from 'zustand/vanilla';
import type { LayersPair } from '../formats/layersFiles';
import type { DataOrder, Dataset } from '../worker/libraryProtocol';
import { type Adoption, checkImages, originOf, pairOf } from './adoption';
import type { OwnSource } from './brought';
import { changedKeys } from './checkSetting';
import type { Connection } from './connection';
import { ImagesError, isAbort } from './failures';
import type { FramePump } from './framePump';
import type { History } from './history';
import type { ImageReader } from './imageReader';
import { isOfImages, OF_FILES, OF_IMAGES, type OfFiles, type OfImages } from './imageSettings';
import type { LabState } from './labState';
import { pick } from './pick';
import { dataOrder, ownSettings, runOrder } from './runConfig';
import { type Key, type Settings, SPECS } from './settings';
import type { Timeline } from './timeline';

/** What a start works with. All of it belongs to the run that it starts. */
export interface StarterParts {
  readonly store: StoreApi<LabState>;
  readonly connection: Connection;
  readonly reader: ImageReader;
  readonly pump: FramePump;
  readonly history: History;
  readonly timeline: Pick<Timeline, 'clear'>;
  /** Bytes that may be kept of the past of a run. */
  readonly past: number;
  /** Absolute address of the site's root, ending in a slash. */
  readonly baseUrl: string;
  /** Called when a run has begun, with the settings that it was asked for with. */
  readonly begun: (asked: Settings) => void;
  /** Called when the lab has been paused for a run that is about to begin. */
  readonly rest: () => void;
}

/** The images of a start, and the settings that they are of. */
interface Wanted {
  readonly order: DataOrder;
  readonly settings: OfImages;
  /** The reader's own, if they are new. */
  readonly files: OwnSource | null;
}

/** A start under way. */
interface Start {
  done: Promise<void>;
  /** The reader's own images that it is to read, if it is of such. */
  readonly files: OwnSource | null;
  /** Its images are there, and the worker has been asked. */
  isSent: boolean;
}

/** The start that the worker was asked for last. */
interface Sent {
  readonly start: Start;
  readonly dataset: Dataset;
  readonly settings: Settings;
  readonly pair: LayersPair | null;
}

/**
 * Starts runs, whose images it reads first. Of several that read the last counts; of several that the worker is asked
 * for, too. One whose images cannot be had changes nothing: an earlier one goes on.
 */
export class RunStarter {
  private arrangement: Partial<OfFiles> = {};
  private starts: readonly Start[] = [];
  /** The start that was asked for last, be it over or not. */
  private last: Start | null = null;
  private sent: Sent | null = null;
  /** Settings of starts that the worker has not been asked for: they go back where their images cannot be had. */
  private unsent: Partial<Settings> = {};
  private disposed = false;

  constructor(private readonly parts: StarterParts) {}

  /** How the reader's own images were arranged when they were last trained on; empty before that. */
  get ownArrangement(): Partial<OfFiles> {
    return this.arrangement;
  }

  /** The last start, until its run has begun. */
  get pending(): Promise<void> | null {
    return this.starts.at(-1)?.done ?? null;
  }

  /** There is a run, or one is with the worker, or one sleeps: something to stay with. */
  get hasRun(): boolean {
    const { store, connection } = this.parts;
    return store.getState().run !== null || this.starts.some(({ isSent }) => isSent) || connection.sleeping !== null;
  }

  /** Settings that the last run was not started with. */
  get behind(): readonly Key[] {
    if (this.sent === null) return [];
    return changedKeys(this.settings, this.sent.settings).filter((key) => SPECS[key].restart);
  }

  /** A run of the settings, on the images that are loaded or are being read where those are meant. */
  again(): Promise<void> {
    const { reading } = this;
    if (reading !== null) return this.join(reading, () => this.again());
    return this.start(this.behind.some(isOfImages) ? this.named() : null);
  }

  /** A run of the reader's own images. */
  openFiles(own: OwnSource): Promise<void> {
    return this.start(this.wantedOf(own));
  }

  /**
   * A run of settings that have changed. When its images cannot be had, the run under way and its settings stay.
   * @throws as `start`
   */
  renew(keys: readonly Key[]): Promise<void> {
    const { reading } = this;
    const needsImages = keys.some(isOfImages);
    if (reading !== null && !needsImages) {
      return this.join(reading, async () => {
        if (this.behind.length > 0) await this.renew(this.behind);
      });
    }
    // Files that are being read are what the change is meant for, unless it names other data.
    const files = keys.includes('data') ? null : (reading?.files ?? null);
    this.unsent = { ...this.unsent, ...pick(this.settings, keys) };
    return this.start(!needsImages ? null : files === null ? this.named() : this.wantedOf(without(files, keys)));
  }

  /** A run that goes on from elsewhere. @throws as `start`; ImagesError, too, where the run cannot go on with the images */
  adopt(adoption: Adoption): Promise<void> {
    const { settings } = adoption;
    const needsImages = changedKeys(settings, this.settings).some(isOfImages);
    const order = this.orderOf(settings);
    return this.start(needsImages ? { order, settings, files: null } : null, adoption);
  }

  /** The model of the last run that the reader has brought, to be shown and not trained. */
  get pair(): LayersPair | null {
    return this.sent?.pair ?? null;
  }

  /** Whatever is being started no longer counts. */
  dispose(): void {
    this.disposed = true;
  }

  /** The last start, while its images are not there yet. */
  private get reading(): Start | null {
    const start = this.starts.at(-1);
    return start === undefined || start.isSent ? null : start;
  }

  /** Leaves it to a start whose images are being read; where they cannot be had, does without them. */
  private async join(reading: Start, otherwise: () => Promise<void>): Promise<void> {
    try {
      await reading.done;
    } catch (error) {
      // It is told where they were asked for.
      if (!(error instanceof ImagesError || isAbort(error))) throw error;
      if (!this.disposed && this.hasRun) await otherwise();
    }
  }

  /**
   * @param wanted its images; null keeps those that the worker was last sent
   * @param adoption where it goes on from, if not from the initial parameters
   * @throws ImagesError for images that cannot be had, AbortError when reading them was ended, or what the worker answered
   */
  private start(wanted: Wanted | null, adoption: Adoption | null = null): Promise<void> {
    const { store } = this.parts;
    const start: Start = { isSent: false, files: wanted?.files ?? null, done: Promise.resolve() };
    this.last = start;
    this.starts = [...this.starts, start];
    store.setState({ starting: true });
    start.done = this.carryOut(start, wanted, adoption).finally(() => {
      this.starts = this.starts.filter((other) => other !== start);
      store.setState({ starting: this.starts.length > 0 });
    });
    return start.done;
  }

  private async carryOut(start: Start, wanted: Wanted | null, adoption: Adoption | null): Promise<void> {
    const { connection, reader, store } = this.parts;
    await connection.settled();
    this.endIfDisposed();
    if (!this.hasRun) {
      // Its script may come while the images do.
      connection.open();
      store.setState({ asleep: false });
    }
    const kept = wanted === null ? this.sent : null;
    const { order, settings, files } = wanted ?? this.named();
    let dataset: Dataset;
    try {
      dataset = kept?.dataset ?? (await reader.read(order));
      if (adoption !== null) checkImages(adoption, dataset);
    } catch (error) {
      if (start === this.last) this.leave();
      throw error;
    }
    this.endIfDisposed();
    if (files !== null) {
      // Unless other images have been asked for meanwhile.
      const shown = this.last?.files === null ? {} : { settings: ownSettings(this.settings, files) };
      store.setState({ ownImages: files.source, ...shown });
    }
    await this.send(start, dataset, kept?.settings ?? settings, adoption);
  }

  /** @param ofImages the settings that the images are of, whatever they are now */
  private async send(start: Start, dataset: Dataset, ofImages: OfImages, adoption: Adoption | null): Promise<void> {
    const { connection, history, pump, store, timeline } = this.parts;
    if (adoption !== null) {
      store.setState({ settings: adoption.settings, playing: false });
      // Before the run begins: it must not take a step from where it was left.
      this.parts.rest();
    }
    const pair = adoption === null ? null : pairOf(adoption);
    const origin = adoption === null ? null : originOf(adoption, dataset, store.getState().run);
    const number = pump.next();
    const asked: Settings = { ...this.settings, ...pick(ofImages, OF_IMAGES) };
    if (asked.data === 'file') this.arrangement = pick(asked, OF_FILES);
    const sent: Sent = { start, dataset, settings: asked, pair };
    this.sent = sent;
    this.unsent = pick(this.unsent, changedKeys(this.unsent, asked));
    start.isSent = true;
    const answer = connection.start(runOrder(asked, pair, this.parts.past), dataset, origin);
    store.setState({ asleep: false });
    const run = await answer.catch((error: unknown) => {
      if (this.sent === sent) throw error;
      return null;
    });
    // A later one has taken its place meanwhile.
    if (this.sent !== sent) return this.sent.start.done;
    if (run === null || this.disposed) return;
    pump.outdate(number);
    history.clear();
    timeline.clear();
    store.setState({ dataset, run, failure: null, brought: adoption !== null });
    this.parts.begun(asked);
  }

  /** Its images could not be had: what there was before it stays. */
  private leave(): void {
    const { connection, store } = this.parts;
    if (this.hasRun && this.sent !== null) {
      const keys = (Object.keys(this.unsent) as Key[]).filter((key) => this.settings[key] === this.unsent[key]);
      store.setState({ settings: { ...this.settings, ...pick(this.sent.settings, keys) } });
    } else {
      connection.close();
      store.setState({ asleep: true });
    }
    this.unsent = {};
  }

  private endIfDisposed(): void {
    if (this.disposed) throw new DOMException('The lab has gone', 'AbortError');
  }

  /** The images that the settings name. */
  private named(): Wanted {
    const { settings } = this;
    return { order: this.orderOf(settings), settings, files: null };
  }

  private orderOf(settings: Settings): DataOrder {
    const { baseUrl, store } = this.parts;
    return dataOrder(settings, baseUrl, store.getState().ownImages);
  }

  /** The reader's own images. */
  private wantedOf(own: OwnSource): Wanted {
    const settings = ownSettings(this.settings, own);
    return { order: dataOrder(settings, this.parts.baseUrl, own.source), settings, files: own };
  }

  private get settings(): Settings {
    return this.parts.store.getState().settings;
  }
}

/** The reader's own images without changes of settings that others have taken the place of. */
const without = ({ source, changes }: OwnSource, keys: readonly Key[]): OwnSource => ({
  source,
  changes: Object.fromEntries(Object.entries(changes).filter(([key]) => !keys.includes(key as Key))),
});
