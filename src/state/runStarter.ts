import type { StoreApi } from 'zustand/vanilla';
import type { DataOrder, Dataset, Source } from '../worker/libraryProtocol';
import type { Connection } from './connection';
import { ImagesError, isAbort } from './failures';
import type { FramePump } from './framePump';
import type { History } from './history';
import type { ImageReader } from './imageReader';
import type { LabState } from './labState';
import { dataOrder, runOrder } from './runConfig';
import type { Key, Settings } from './settings';

/** What a start works with. All of it belongs to the run that it starts. */
export interface StarterParts {
  readonly store: StoreApi<LabState>;
  readonly connection: Connection;
  readonly reader: ImageReader;
  readonly pump: FramePump;
  readonly history: History;
  /** Absolute address of the site's root, ending in a slash. */
  readonly baseUrl: string;
  /** Called when a run has begun, with the settings that it was asked for with. */
  readonly begun: (asked: Settings) => void;
}

/** Starts runs: reads their images first, and of several starts the last one counts. */
export class RunStarter {
  /** The reader's own images, once they have been read. */
  private own: Source | null = null;
  private starts = 0;
  private starting: Promise<void> | null = null;
  private disposed = false;

  constructor(private readonly parts: StarterParts) {}

  get hasFiles(): boolean {
    return this.own !== null;
  }

  /** The last start, until its run has begun. */
  get pending(): Promise<void> | null {
    return this.starting;
  }

  /** A run of the images that the settings name. */
  open(): Promise<void> {
    return this.start(this.order(null), null);
  }

  /** A run of the images that are loaded, or are being read. */
  again(): Promise<void> {
    return this.start(null, null);
  }

  /** A run of the reader's own images. */
  openFiles(files: Source): Promise<void> {
    return this.start(this.order(files), files);
  }

  /**
   * A run of settings that have changed. When its images cannot be had, the run under way and its settings stay.
   * @throws as `start`
   */
  async renew(before: Settings, keys: readonly Key[]): Promise<void> {
    const named = keys.includes('data');
    const needsImages = named || keys.includes('size') || keys.includes('transposed');
    // Files that are being read are what the change is meant for, unless it names other data.
    const files = named ? null : this.parts.reader.pendingFiles;
    const order = this.order(files);
    const id = this.starts + 1;
    try {
      await this.start(needsImages ? order : null, needsImages ? files : null);
    } catch (error) {
      const stays = error instanceof ImagesError || isAbort(error);
      if (stays && id === this.starts) {
        this.parts.store.setState({ settings: { ...this.settings, ...pick(before, keys) } });
      }
      throw error;
    }
  }

  /** Whatever is being started no longer counts. */
  dispose(): void {
    this.disposed = true;
  }

  /**
   * @param order the images; null keeps those that are loaded, or are being read
   * @param files the reader's own that `order` names, if they are new
   * @throws ImagesError for images that cannot be had, AbortError when reading them was ended, or what the worker answered
   */
  private async start(order: DataOrder | null, files: Source | null): Promise<void> {
    const { reader, store } = this.parts;
    if (order === null && reader.isReading && this.starting !== null) return this.starting;
    const id = ++this.starts;
    const starting = this.prepare(id, order, files);
    this.starting = starting;
    store.setState({ starting: true });
    try {
      await starting;
    } finally {
      if (id === this.starts) {
        this.starting = null;
        store.setState({ starting: false });
      }
    }
  }

  private async prepare(id: number, order: DataOrder | null, files: Source | null): Promise<void> {
    const { connection, reader, store } = this.parts;
    await connection.settled();
    connection.open();
    store.setState({ asleep: false });
    const loaded = order === null ? store.getState().dataset : null;
    const dataset = loaded ?? (await reader.read(order ?? this.order(null), files));
    // A later start may have taken its place meanwhile.
    if (this.counts(id)) await this.begin(id, dataset, files);
  }

  private async begin(id: number, dataset: Dataset, files: Source | null): Promise<void> {
    const { connection, history, pump, store } = this.parts;
    const number = pump.next();
    const asked = this.settings;
    const run = await connection.start(runOrder(asked), dataset);
    if (!this.counts(id)) return;
    pump.outdate(number);
    history.clear();
    if (files !== null) this.own = files;
    const settings = files === null ? this.settings : { ...this.settings, data: 'file' as const };
    store.setState({ settings, dataset, run, failure: null });
    this.parts.begun(asked);
  }

  private counts(id: number): boolean {
    return id === this.starts && !this.disposed;
  }

  /** @param files the reader's own, where it is for them whatever the settings name */
  private order(files: Source | null): DataOrder {
    const { settings } = this;
    return files === null
      ? dataOrder(settings, this.parts.baseUrl, this.own)
      : dataOrder({ ...settings, data: 'file' }, this.parts.baseUrl, files);
  }

  private get settings(): Settings {
    return this.parts.store.getState().settings;
  }
}

function pick(settings: Settings, keys: readonly Key[]): Partial<Settings> {
  return Object.fromEntries(keys.map((key) => [key, settings[key]])) as Partial<Settings>;
}
