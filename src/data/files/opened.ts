import type { Format } from '../problem';
import { type ByteWatch, openPacked, type Packed } from './bytes';
import { SNIFFED, sniff } from './sniff';
import { readAll, type Supply, supplyOf } from './supply';

/** A file of the reader's, and what it is, by its first bytes. */
export interface Opened {
  readonly file: File;
  readonly packed: Packed;
  /** Null for what is not known. */
  readonly format: Format | 'idx' | null;
  readonly supply: Supply;
}

/** @throws DataError where the file cannot be read, or is damaged gzip */
export async function open(file: File): Promise<Opened> {
  const packed = await openPacked(file, SNIFFED);
  const { head } = packed;
  return { file, packed, format: sniff(head) ?? (isIdx(head) ? 'idx' : null), supply: supplyOf(packed) };
}

/** Two zeros, a type of number, and axes: plain bytes of labels may begin with zeros, too. */
const isIdx = ([first, second, type = 0, axes = 0]: Uint8Array): boolean =>
  first === 0 && second === 0 && type >= 8 && type <= 14 && axes >= 1 && axes <= 4;

/** What is in a file that is gzipped, under its name. @throws DataError where it cannot be unpacked */
export async function unpackedFile({ file, supply }: Opened, watch: ByteWatch): Promise<File> {
  return new File([await readAll(supply, watch)], file.name);
}

/** The path of a file in the folder that was opened; its name else. */
export const pathOf = (file: File): string => file.webkitRelativePath || file.name;
