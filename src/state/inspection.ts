/** Files of the reader's that are looked at before they are trained on. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { type Inspector, openInspector } from '../worker/inspector';
import type { FilesOrder, Preview, Progress, Reading } from '../worker/libraryProtocol';
import { ownSource, type Treatment } from './brought';
import { isAbort } from './failures';
import { OF_FILES, usualOfFiles } from './imageSettings';
import type { Lab } from './lab';
import type { LabParts } from './labRun';
import { pick } from './pick';
import { dataOrder, ownSettings } from './runConfig';
import type { Settings } from './settings';

interface InspectionState {
  readonly files: readonly File[];
  /** How the images are read, and what is done to them, as far as the reader has chosen. */
  readonly treatment: Treatment;
  /** What would be trained on; null before the first answer. It stays while the next is on its way. */
  readonly preview: Preview | null;
  /** Why there is no other preview for the present choices; null where there is. */
  readonly failure: Error | null;
  /** An answer, or the data set itself, is on its way. */
  readonly busy: boolean;
  /** How far the reading of large files is; null while none is read. */
  readonly progress: Progress | null;
}

/** Sides in pixels over which images are first brought down to `LARGE_TO`: a model of more pixels is slow to train. */
const LARGE = 64;
const LARGE_TO = 32 satisfies Settings['size'];

/** What an inspection needs of its lab, and of the lab's surroundings. */
interface InspectionParts extends Pick<LabParts, 'library' | 'baseUrl'> {
  readonly lab: Pick<Lab, 'settings' | 'loadData'>;
  /** Starts what reads the files; passed in for tests. */
  readonly open?: () => Inspector;
}

/** Files, what would be trained on, and the reader's choices about that. */
export class Inspection {
  readonly store: StoreApi<InspectionState>;
  private readonly open: () => Inspector;
  private inspector: Inspector;
  /** The last answer that was asked for. */
  private asked: Promise<void> = Promise.resolve();

  /** @param reading how the files are read already, where they are trained on: they are arranged as the lab has them, too */
  constructor(
    private readonly parts: InspectionParts,
    files: readonly File[],
    private readonly reading?: Reading,
  ) {
    // What was chosen of other images says nothing of these.
    const arranged = reading === undefined ? usualOfFiles() : pick(parts.lab.settings, OF_FILES);
    this.store = createStore<InspectionState>(() => ({
      files,
      treatment: { ...reading, ...arranged },
      preview: null,
      failure: null,
      busy: false,
      progress: null,
    }));
    this.open = parts.open ?? openInspector;
    this.inspector = this.open();
  }

  /**
   * Reads the files, together with those that join them meanwhile.
   * @throws DataFailure or WorkerError where they cannot be read; AbortError where it was ended meanwhile
   */
  async begin(): Promise<void> {
    void this.inspect();
    await this.answered();
    const { preview, treatment, failure } = this.store.getState();
    if (failure !== null) throw failure;
    const isNew = this.reading === undefined;
    if (isNew && treatment.size === 0 && Math.max(...preview!.stored) > LARGE) await this.change({ size: LARGE_TO });
  }

  /** Makes choices; the preview follows, or the state says why it does not. */
  async change(changes: Treatment): Promise<void> {
    this.store.setState(({ treatment }) => ({ treatment: { ...treatment, ...changes } }));
    await this.inspect().catch(ignoreAbort);
  }

  /** Looks at further files together with those that are there. */
  async add(files: readonly File[]): Promise<void> {
    this.store.setState((state) => ({ files: [...state.files, ...files] }));
    // What the worker has kept is of the others alone.
    this.inspector.end();
    this.inspector = this.open();
    await this.inspect().catch(ignoreAbort);
  }

  /**
   * Begins a run on what is shown.
   * @param ready called when the images are there, and the run is about to begin
   * @throws what `Lab.loadData` throws; images that cannot be had any more are in the state, without `ready`
   */
  async train(ready: () => void): Promise<void> {
    const { files, treatment } = this.store.getState();
    this.store.setState({ busy: true });
    const { order } = this;
    try {
      const dataset = await this.inspector.load(order);
      this.parts.library.shelve(order, dataset);
    } catch (error) {
      if (!isAbort(error)) this.store.setState({ busy: false, failure: error as Error });
      return;
    }
    this.end();
    ready();
    await this.parts.lab.loadData(files, treatment);
  }

  /** Ends what is under way, and gives the memory back. */
  end(): void {
    this.inspector.end();
  }

  /** Waits for the last answer that is asked for. @throws AbortError where that was ended */
  private async answered(): Promise<void> {
    const { asked } = this;
    try {
      await asked;
    } catch (error) {
      if (asked === this.asked) throw error;
      await this.answered();
    }
  }

  /** @throws AbortError where another choice has taken the place of this one; what else is wrong is in the state */
  private inspect(): Promise<void> {
    this.asked = this.ask();
    return this.asked;
  }

  private async ask(): Promise<void> {
    this.store.setState({ busy: true, progress: null });
    try {
      const preview = await this.inspector.inspect(this.order, (progress) => this.store.setState({ progress }));
      this.store.setState({ preview, failure: null, busy: false, progress: null });
    } catch (error) {
      if (isAbort(error)) throw error;
      this.store.setState({ failure: error as Error, busy: false, progress: null });
    }
  }

  /** What the lab will ask the library for. */
  private get order(): FilesOrder {
    const { files, treatment } = this.store.getState();
    const { lab, baseUrl } = this.parts;
    const own = ownSource(files, treatment);
    return dataOrder(ownSettings(lab.settings, own), baseUrl, own.source) as FilesOrder;
  }
}

function ignoreAbort(error: unknown): void {
  if (!isAbort(error)) throw error;
}
