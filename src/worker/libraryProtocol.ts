/** What crosses between the page and the library worker, which fetches and decodes images once a page: types only. */
import type { Arrangement } from '../data/arrange';
import type { Binary } from '../data/binarised';
import type { Dataset } from '../data/dataset';
import type { Reading } from '../data/files/reading';
import type { Preview } from '../data/preview';
import type { DataProblem } from '../data/problem';
import type { SetName } from '../data/sets/sets';
import type { Source } from '../data/sources';

export type { Arrangement, Binary, DataProblem, Dataset, Preview, Reading, SetName, Source };

/**
 * What to load. A size of 0 is what suits a set of the site's, and the size of the reader's own; a count of 0 is as many as
 * there are, or as is usual for a set that is drawn.
 */
export interface DataOrder extends Arrangement {
  /** Absolute address of the site's root, ending in a slash: the shipped data sets are found below it. */
  readonly baseUrl: string;
  readonly source: Source;
}

/** Files of the reader's, of which is asked what they hold. */
export interface FilesOrder extends DataOrder {
  readonly source: Extract<Source, { kind: 'files' }>;
}

/** Bytes that have been read, of all; `total` is 0 where it is not known. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

export type LibraryRequest =
  | { readonly type: 'load'; readonly id: number; readonly order: DataOrder }
  /**
   * Asks what is in files. They are kept as they were read, for further requests about the same files, until they are
   * loaded or the worker ends: a worker that is asked this is asked about these files alone.
   */
  | { readonly type: 'inspect'; readonly id: number; readonly order: FilesOrder }
  /** Ends the reading of an order that nobody waits for any more; it is not answered. */
  | { readonly type: 'cancel'; readonly id: number };

/** An error as it crosses. */
export interface LibraryFailure {
  readonly name: string;
  readonly message: string;
  readonly stack: string | undefined;
  readonly problem: DataProblem | null;
}

export type LibraryResponse =
  | { readonly type: 'progress'; readonly id: number; readonly progress: Progress }
  /** Its arrays are handed over. */
  | { readonly type: 'dataset'; readonly id: number; readonly dataset: Dataset }
  /** Its images are handed over. */
  | { readonly type: 'preview'; readonly id: number; readonly preview: Preview }
  | { readonly type: 'failure'; readonly id: number; readonly error: LibraryFailure };

/** How a load is followed and ended. */
export interface LoadWatch {
  readonly signal?: AbortSignal | undefined;
  /** Hears of large files and of what is fetched, as it comes. */
  onProgress?(progress: Progress): void;
}

/** Loads data sets, each once: the same order gives the same data set. */
export interface Library {
  /**
   * Figures that ask for the same share one data set, so its arrays are not to be written to.
   *
   * @throws DataFailure (as a rejection) for images that cannot be read; an AbortError once `signal` is aborted;
   *   a WorkerError where the worker cannot be had. After each of them a further load tries again.
   */
  load(order: DataOrder, watch?: LoadWatch): Promise<Dataset>;
  /** Has the next `load` of this order find a data set that was read elsewhere; one at a time is kept for that. */
  shelve(order: DataOrder, dataset: Dataset): void;
  /** Ends the worker and forgets everything; what is being loaded is rejected with an AbortError. */
  dispose(): void;
}

/**
 * An error of the library as the page sees it, under the name it had in the worker. `problem` is null for what is not
 * the images' fault.
 */
export interface DataFailure extends Error {
  readonly problem: DataProblem | null;
}
