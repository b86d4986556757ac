import type { Dataset } from './libraryProtocol';

/** Bytes of data sets that are kept although no figure uses them at the moment. */
const KEPT = 64 * 2 ** 20;

/**
 * Data sets by what was ordered. One that somebody uses is always found; of the others the last used are kept, up to
 * `kept` bytes, and the browser may take the rest.
 */
export class LibraryShelf {
  private readonly all = new Map<string, WeakRef<Dataset>>();
  /** The last used, the oldest first. */
  private readonly held = new Map<string, Dataset>();

  constructor(private readonly kept = KEPT) {}

  get(key: string): Dataset | null {
    const dataset = this.all.get(key)?.deref();
    if (dataset === undefined) {
      this.all.delete(key);
      return null;
    }
    this.hold(key, dataset);
    return dataset;
  }

  set(key: string, dataset: Dataset): void {
    this.all.set(key, new WeakRef(dataset));
    this.hold(key, dataset);
  }

  clear(): void {
    this.all.clear();
    this.held.clear();
  }

  private hold(key: string, dataset: Dataset): void {
    this.held.delete(key);
    this.held.set(key, dataset);
    let bytes = 0;
    for (const each of this.held.values()) bytes += bytesOf(each);
    for (const [oldest, each] of this.held) {
      if (bytes <= this.kept) break;
      bytes -= bytesOf(each);
      this.held.delete(oldest);
    }
  }
}

const bytesOf = ({ images, intensities }: Dataset): number => images.byteLength + (intensities?.byteLength ?? 0);
