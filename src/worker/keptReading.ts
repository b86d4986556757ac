import type { OwnImages, Reading } from '../data/files/reading';
import { readOwn } from '../data/files/readOwn';
import type { FilesOrder, Progress } from './libraryProtocol';

/** One reading of files, finished or under way. */
interface Kept {
  readonly key: string;
  readonly own: Promise<OwnImages>;
  readonly abort: AbortController;
  /** Of the request that waits for it last. */
  tell(progress: Progress): void;
}

/** Images of one choice of files as they were read last, so that they are not read again for every change of what is done to them. */
export class KeptReading {
  private kept: Kept | null = null;

  /**
   * Reads files, unless they have been read in the same way, or are being read so.
   * @throws DataError for what cannot be read; AbortError where another reading of the files was asked for meanwhile
   */
  read({ files, reading = {} }: FilesOrder['source'], tell: Kept['tell']): Promise<OwnImages> {
    const key = keyOf(reading);
    if (this.kept?.key === key) {
      this.kept.tell = tell;
      return this.kept.own;
    }
    // Before the next reading takes memory.
    this.kept?.abort.abort();
    const abort = new AbortController();
    const own = readOwn(files, reading, { signal: abort.signal, onProgress: (progress) => kept.tell(progress) });
    const kept: Kept = { key, own, abort, tell };
    this.kept = kept;
    // What failed is tried again when it is asked for again.
    own.catch(() => {
      if (this.kept === kept) this.kept = null;
    });
    return own;
  }

  /** Gives the images away, who may be written to then; null where this reading of the files is not at hand. */
  take(reading: Reading = {}): Promise<OwnImages> | null {
    if (this.kept?.key !== keyOf(reading)) return null;
    const { own } = this.kept;
    this.kept = null;
    return own;
  }
}

/** The same for readings that give the same images: ink and paper are exchanged afterwards. */
const keyOf = ({ inverted: _, ...reading }: Reading): string => JSON.stringify(Object.entries(reading).sort());
