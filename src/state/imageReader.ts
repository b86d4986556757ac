import type { DataOrder, Dataset, Library, Progress, Source } from '../worker/libraryProtocol';
import { ImagesError, isAbort } from './failures';

/** Reads images, one set at a time: a later reading, or `cancel`, ends the one under way. */
export class ImageReader {
  private current: { readonly abort: AbortController; readonly own: Source | null } | null = null;

  /** @param tell called with how far a reading is, and with null when it is over */
  constructor(
    private readonly library: Library,
    private readonly tell: (progress: Progress | null) => void,
  ) {}

  get isReading(): boolean {
    return this.current !== null;
  }

  /** The reader's own files of the reading under way, if it is of such. */
  get pendingFiles(): Source | null {
    return this.current?.own ?? null;
  }

  /**
   * @param own the reader's own files, if the order is for such
   * @throws ImagesError for images that cannot be had; AbortError when the reading was ended
   */
  async read(order: DataOrder, own: Source | null): Promise<Dataset> {
    this.cancel();
    const abort = new AbortController();
    const reading = { abort, own };
    this.current = reading;
    try {
      return await this.library.load(order, {
        signal: abort.signal,
        onProgress: (progress) => {
          if (!abort.signal.aborted) this.tell(progress);
        },
      });
    } catch (error) {
      throw isAbort(error) ? error : new ImagesError(error as Error);
    } finally {
      if (this.current === reading) {
        this.current = null;
        this.tell(null);
      }
    }
  }

  cancel(): void {
    this.current?.abort.abort();
  }
}
