/** How files of the reader's own are read, and what is found in them. */
import type { Dataset } from '../dataset';
import type { Format } from '../problem';

/** What a reader may say of their files; what is left out is found, or is as is usual. */
export interface Reading {
  /** Pixels across and down, where the file has rows of numbers without a shape; or of one tile of a sheet. */
  readonly sides?: readonly [width: number, height: number];
  /** Which channel of images of several is taken, counted from 0; `mean` is their mean. */
  readonly channel?: number | 'mean';
  /** The column of a table that has the class, counted from 0; null for none. */
  readonly labelColumn?: number | null;
  /** Whether the first line of a table names its columns. */
  readonly hasHeader?: boolean;
  /** Whether intensities are exchanged, so that dark is ink. */
  readonly inverted?: boolean;
  /** Whether the least and the largest value become 0 and 1; else what the type of number stands for does. */
  readonly stretched?: boolean;
}

/** What may be chosen of a file, and what was. */
export interface Found {
  readonly format: 'idx' | Format | 'folder';
  /** The reading with all that was left out filled in. */
  readonly reading: Required<Reading>;
  /**
   * Shapes that rows of so many numbers, or the tiles of such a sheet, can have, the likeliest first; empty where the file
   * says its shape.
   */
  readonly shapes: readonly (readonly [width: number, height: number])[];
  /** Channels of an image. */
  readonly channels: number;
  /** Names of the columns of a table, or their numbers; empty of what is none. */
  readonly columns: readonly string[];
  /** The least and the largest value of the channel that is taken, or of the mean, before they are brought to [0, 1]. */
  readonly range: readonly [least: number, largest: number];
  /** Files of a folder or an archive that are no pictures that can be read: how many, and what the first are called. */
  readonly leftOut: { readonly count: number; readonly names: readonly string[] };
}

/** A data set from files, and what may be chosen of them. */
export interface OwnImages {
  readonly dataset: Dataset;
  readonly found: Found;
}
