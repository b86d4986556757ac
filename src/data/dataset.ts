import type { DataProblem } from './problem';

/** Something that varies from image to image, and is known of each. */
export interface Factor {
  /** What settings and addresses call it: a word, for which the interface has its own. */
  readonly name: string;
  /** n values: numbers, or places in `levels`; NaN where it is not known of an image. */
  readonly values: Float32Array;
  /** What its values are called where they are kinds; null where they are numbers with an order. */
  readonly levels: readonly string[] | null;
  /** Of numbers that come round, such as directions: values that far apart are the same; left out where they have two ends. */
  readonly period?: number;
}

/** Images ready to train on, and what is known of them. */
export interface Dataset {
  readonly name: string;
  /** Number of images. */
  readonly n: number;
  readonly width: number;
  readonly height: number;
  /** n × (height·width) intensities in [0, 1], row-major: ink is 1, paper is 0. */
  readonly images: Float32Array;
  /** Where every training step draws its images anew: the intensities that it draws of; `images` are `drawOnce` of them. */
  readonly intensities?: Float32Array;
  /** n class numbers, or null where the source has none. */
  readonly labels: Uint8Array | null;
  /** What the classes are called, by their numbers; left out where they are numbers themselves, as of digits. */
  readonly classNames?: readonly string[];
  /** What varies and is known beside the class. */
  readonly factors?: readonly Factor[];
  /** What each image is called, n of them, such as a typeface. */
  readonly titles?: readonly string[];
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
