import type { StoreApi } from 'zustand/vanilla';
import { changedKeys, checkSetting } from './checkSetting';
import { Glide, type GlideTarget } from './glide';
import { changedWithData } from './imageSettings';
import type { LabRun } from './labRun';
import type { LabState } from './labState';
import { defaultSettings, type Settings } from './settings';

/** Settings as a reader or a script names them. */
export type NamedSettings = Partial<Settings> & { sigma?: number };

/** Changes the settings of a lab, at once or on a way that takes a while. */
export class SettingsChange {
  private readonly glider: Glide;
  /** The size that was last chosen of the site's sets. */
  private sizeOfSets = defaultSettings().size;

  /**
   * @param run puts in force what has changed
   * @param nextFrame calls back before the next picture
   */
  constructor(
    private readonly store: StoreApi<LabState>,
    private readonly run: Pick<LabRun, 'follow' | 'starter'>,
    nextFrame: (move: () => void) => void,
  ) {
    this.glider = new Glide((point) => void this.change(point), nextFrame);
    const note = ({ settings }: LabState): void => {
      if (settings.data !== 'file') this.sizeOfSets = settings.size;
    };
    note(store.getState());
    store.subscribe(note);
  }

  /** As `Lab.set`. */
  set({ sigma, ...named }: NamedSettings): Promise<void> {
    const { settings, ownImages } = this.store.getState();
    const { data = settings.data } = named;
    const withData =
      data !== settings.data && changedWithData(data, settings, this.sizeOfSets, this.run.starter.ownArrangement);
    const changes: Partial<Settings> = { ...withData, ...named, ...(sigma !== undefined && { noiseScale: sigma }) };
    for (const [key, value] of Object.entries(changes)) checkSetting(key, value);
    if (changes.data === 'file' && ownImages === null) {
      throw new RangeError('data is "file", but no file has been loaded: use loadData');
    }
    if ('beta' in changes || 'noiseScale' in changes) this.endGlide();
    return this.change(changes);
  }

  /** As `Lab.glide`. */
  glide(target: GlideTarget, duration: number): Promise<void> {
    for (const [key, value] of Object.entries(target)) checkSetting(key, value);
    return this.glider.run(this.store.getState().settings, target, duration);
  }

  /** Leaves β and σ where they are. */
  endGlide(): void {
    this.glider.end();
  }

  /** Puts settings in force that have been checked. */
  private change(changes: Partial<Settings>): Promise<void> {
    const { settings: before } = this.store.getState();
    const keys = changedKeys(changes, before);
    if (keys.length === 0) return Promise.resolve();
    this.store.setState({ settings: { ...before, ...changes } });
    return this.run.follow(before, keys);
  }
}
