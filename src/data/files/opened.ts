import type { Format } from '../problem';
import { openPacked, type Packed } from './bytes';
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
  const format = sniff(head) ?? (head[0] === 0 && head[1] === 0 && head.length >= 4 ? 'idx' : null);
  return { file, packed, format, supply: supplyOf(packed) };
}

/** The file itself, unpacked where it is gzipped. @throws DataError where it cannot be unpacked */
export async function unpackedFile({ file, packed, supply }: Opened): Promise<File> {
  return packed.layers === 0 ? file : new File([await readAll(supply)], file.name);
}

/** The path of a file in the folder that was opened; its name else. */
export const pathOf = (file: File): string => file.webkitRelativePath || file.name;
