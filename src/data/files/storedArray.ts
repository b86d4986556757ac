import type { ByteWatch, Chunks } from './bytes';
import type { NumberKind } from './numberKinds';

/** An array of numbers as it stands in a file, whatever the format, before its numbers are read. */
export interface StoredArray {
  /** What errors call it: the file, and for one of several in it the array. */
  readonly file: string;
  /** What the file calls it; '' for the only one. */
  readonly name: string;
  readonly kind: NumberKind;
  readonly littleEndian: boolean;
  readonly shape: readonly number[];
  /** Whether the first axis is the one along which numbers lie beside each other, instead of the last. */
  readonly fortran: boolean;
  /** Whether all the bytes are there, so that as much memory may be taken as the shape asks for. */
  readonly certain: boolean;
  /**
   * The bytes of the numbers, each chunk of whole numbers.
   * @throws DataError where the file has fewer or more than the shape
   */
  chunks(watch?: ByteWatch): Chunks;
}

/** How many numbers a shape has; that of a shape that is too large may be rounded. */
export const countOf = (shape: readonly number[]): number => shape.reduce((product, size) => product * size, 1);
