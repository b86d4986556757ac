import { readFileSync } from 'node:fs';
import { DataError } from '../../src/data/dataset';
import type { OwnImages, Reading } from '../../src/data/files/reading';
import { readOwn } from '../../src/data/files/readOwn';

/** Files that other programs wrote (tests/fixtures/files.py), by their names. */
export const WRITTEN: ReadonlyMap<string, Uint8Array<ArrayBuffer>> = new Map(
  Object.entries(
    JSON.parse(readFileSync(new URL('../fixtures/files.json', import.meta.url), 'utf8')) as Record<string, string>,
  ).map(([name, base64]) => [name, new Uint8Array(Buffer.from(base64, 'base64'))]),
);

/** One of them, under a name that tells nothing. */
export const written = (name: string, as = 'file'): File => new File([WRITTEN.get(name)!], as);

/** What is read of files. */
export const readsOwn = (...files: readonly File[]): Promise<OwnImages> => readOwn(files, {});

/** The images of a reading. */
export const imagesOf = async (file: File, reading: Reading = {}): Promise<number[]> => [
  ...(await readOwn([file], reading)).dataset.images,
];

/** How a reading is refused. */
export async function refusalOf(files: readonly File[], reading: Reading = {}): Promise<DataError> {
  const error: unknown = await readOwn(files, reading).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error instanceof DataError) return error;
  throw error ?? new Error('The files were read');
}
