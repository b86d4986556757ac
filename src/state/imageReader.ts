import type { DataOrder, Dataset, Library } from '../worker/libraryProtocol';
import { ImagesError, isAbort } from './failures';
import type { Loading } from './labState';

/** Reads images, one set at a time: a later reading, or `cancel`, ends the one under way. */
export class ImageReader {
  private current: AbortController | null = null;

  /** @param tell called with how far a reading is, and with null when it is over */
  constructor(
    private readonly library: Library,
    private readonly tell: (loading: Loading | null) => void,
  ) {}

  /** @throws ImagesError for images that cannot be had; AbortError when the reading was ended */
  async read(order: DataOrder): Promise<Dataset> {
    this.cancel();
    const abort = new AbortController();
    this.current = abort;
    const fetched = order.source.kind !== 'files';
    try {
      return await this.library.load(order, {
        signal: abort.signal,
        onProgress: (progress) => {
          if (!abort.signal.aborted) this.tell({ ...progress, fetched });
        },
      });
    } catch (error) {
      throw isAbort(error) ? error : new ImagesError(error as Error);
    } finally {
      if (this.current === abort) {
        this.current = null;
        this.tell(null);
      }
    }
  }

  cancel(): void {
    this.current?.abort();
  }
}
