import type { DataProblem } from './problem';

/** Images ready to train on, and what is known of them. */
export interface Dataset {
  readonly name: string;
  /** Number of images. */
  readonly n: number;
  readonly width: number;
  readonly height: number;
  /** n × (height·width) intensities in [0, 1], row-major: ink is 1, paper is 0. */
  readonly images: Float32Array;
  /** n class numbers, or null where the source has none. */
  readonly labels: Uint8Array | null;
}

/** A file or an address that cannot be read as a data set. */
export class DataError extends Error {
  override readonly name = 'DataError';

  /**
   * @param problem what is wrong, as values, for a sentence in any language
   * @param message the same in English: the file, the value that is wrong and what was expected
   */
  constructor(
    readonly problem: DataProblem,
    message: string,
  ) {
    super(message);
  }
}
