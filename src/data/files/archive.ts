import { DataError } from '../dataset';
import type { ByteWatch } from './bytes';
import { checkBytes } from './limits';
import { lookForPictures } from './lookForPictures';
import { findNpy } from './npy';
import { isHidden, type PictureFile } from './picture';
import { isPicture } from './pictureSize';
import { SNIFFED, sniff } from './sniff';
import type { StoredArray } from './storedArray';
import { readAll, readStart, type Supply } from './supply';
import { listZip, type ZipEntry } from './zipDirectory';
import { entrySupply } from './zipEntry';

/** What is in an archive, if it can be images. */
export type Contents =
  | { readonly kind: 'pictures'; readonly files: readonly PictureFile[] }
  | { readonly kind: 'arrays'; readonly arrays: readonly StoredArray[] }
  /** Files of other kinds, unpacked. */
  | { readonly kind: 'files'; readonly files: readonly File[] };

/** Files of an archive that are unpacked to be read by themselves: images and labels. */
const MOST_FILES = 2;

/**
 * What an archive holds, by the first bytes of the files in it: pictures if there is one, else arrays, else one or two
 * files of other kinds. What systems have put there is left out.
 * @throws DataError where the archive is damaged, or holds nothing of these
 */
export async function lookInto(archive: File, watch: ByteWatch): Promise<Contents> {
  const entries = (await listZip(archive)).filter(({ path, size }) => size > 0 && !isHidden(path));
  const formats = new Map<ZipEntry, string | null>();
  let failure: unknown = null;
  const look = async (entry: ZipEntry): Promise<string | null> => {
    watch.signal?.throwIfAborted();
    try {
      const format = sniff(await readStart(entrySupply(archive, entry), SNIFFED));
      formats.set(entry, format);
      return format;
    } catch (error) {
      if (!(error instanceof DataError)) throw error;
      failure ??= error;
      return null;
    }
  };
  await lookForPictures(entries, ({ path }) => path, look);
  if ([...formats.values()].some(isPicture)) {
    // Files in an archive may lie upon each other, so that many large ones fit into few bytes.
    checkBytes(
      archive.name,
      entries.reduce((sum, { size }) => sum + size, 0),
    );
    return { kind: 'pictures', files: entries.map((entry) => pictureOf(archive, entry, watch)) };
  }
  const arrays = [...formats].filter(([, format]) => format === 'npy').map(([entry]) => entry);
  if (arrays.length > 0) return { kind: 'arrays', arrays: await findArrays(archive, arrays) };
  if (formats.size === 0 || entries.length > MOST_FILES) {
    const none = { code: 'no-pictures', values: { file: archive.name } } as const;
    throw failure ?? new DataError(none, `${archive.name}: has ${entries.length} files, expected pictures or arrays`);
  }
  const files: File[] = [];
  for (const entry of formats.keys()) {
    files.push(new File([await readAll(entrySupply(archive, entry), watch)], entry.path.replace(/^.*\//, '')));
  }
  return { kind: 'files', files };
}

function pictureOf(archive: File, entry: ZipEntry, watch: ByteWatch): PictureFile {
  return { path: entry.path, size: entry.size, read: () => readAll(entrySupply(archive, entry), watch) };
}

/** Arrays that cannot be read, such as texts, are left out where there are others. */
async function findArrays(archive: File, entries: readonly ZipEntry[]): Promise<StoredArray[]> {
  const arrays: StoredArray[] = [];
  let failure: unknown = null;
  for (const entry of entries) {
    try {
      const supply: Supply = entrySupply(archive, entry);
      arrays.push(await findNpy(supply, entry.path.replace(/\.npy$/, '')));
    } catch (error) {
      if (!(error instanceof DataError)) throw error;
      failure ??= error;
    }
  }
  if (arrays.length === 0) throw failure;
  return arrays;
}
