/** What crosses between the page and the library worker, which fetches and decodes images once a page: types only. */
import type { Dataset } from '../data/dataset';
import type { DataProblem } from '../data/problem';
import type { Source } from '../data/sources';

export type { DataProblem, Dataset, Source };

/** What to load. */
export interface DataOrder {
  /** Absolute address of the site's root, ending in a slash: the shipped data sets are found below it. */
  readonly baseUrl: string;
  readonly source: Source;
  /** Pixels a side after resampling; 0 keeps the size of the source. */
  readonly size: number;
  /** Whether rows and columns of each image are exchanged, as EMNIST stores them. */
  readonly transposed: boolean;
}

/** Bytes that have been read, of all; `total` is 0 where it is not known. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

/** Loads data sets, each once: the same order gives the same data set. */
export interface Library {
  /**
   * @throws DataFailure (as a rejection) for images that cannot be read; an AbortError once `signal` is aborted
   */
  load(order: DataOrder, watch?: { signal?: AbortSignal; onProgress?(progress: Progress): void }): Promise<Dataset>;
  dispose(): void;
}

/** An error of the library as the page sees it. `problem` is null for what is not the images' fault. */
export interface DataFailure extends Error {
  readonly problem: DataProblem | null;
}
