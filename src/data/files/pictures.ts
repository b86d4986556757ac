import { DataError } from '../dataset';
import { takeTurns } from '../watch';
import { type Classes, ClassNames } from './classes';
import { decodePicture } from './decodePicture';
import { fitted, type Grey, withinBounds } from './grey';
import { allocate, checkCount, MIN_SIDE } from './limits';
import { isOnLight } from './paper';
import type { PictureFile } from './picture';
import { isPicture } from './pictureSize';
import { type RawImages, rangeOf } from './rawImages';
import type { Found, Reading } from './reading';
import { SNIFFED, sniff } from './sniff';

/** Bytes of a file that may be a picture. */
const LARGEST_PICTURE = 2 ** 26;

/** Names of files that were left out, of which the reader is told. */
const NAMED = 20;

/** Pictures as images of one size, and what is known of them. */
export interface Pictures {
  readonly raw: RawImages;
  /** By the folders that they are in; null where that is one. */
  readonly classes: Classes | null;
  /** Their names without folders and endings. */
  readonly titles: readonly string[];
  readonly inverted: boolean;
  readonly leftOut: Found['leftOut'];
}

/**
 * Reads pictures, each by itself, in the order of their paths. They are brought to the size that most of them have, others
 * with their aspect kept, on paper; those larger than an image may be are averaged down first. What is no picture, or cannot
 * be decoded, is left out.
 * @param name what errors call all of them
 * @throws DataError where none is left
 */
export async function readPictures(
  name: string,
  files: readonly PictureFile[],
  reading: Reading,
  signal: AbortSignal | undefined,
): Promise<Pictures> {
  const ordered = files.toSorted((a, b) => byName(a.path, b.path));
  const turn = takeTurns(signal);
  const greys: Grey[] = [];
  const paths: string[] = [];
  const leftOut: string[] = [];
  let first: DataError | null = null;
  for (const file of ordered) {
    try {
      greys.push(withinBounds(await readPicture(file)));
      paths.push(file.path);
    } catch (error) {
      if (!(error instanceof DataError)) throw error;
      first ??= error;
      leftOut.push(file.path);
    }
    // A picture is worth more time than its bytes are.
    await turn(file.size + 2 ** 16);
  }
  if (greys.length === 0) {
    if (first !== null && files.length === 1) throw first;
    throw new DataError(
      { code: 'no-pictures', values: { file: name } },
      `${name}: has no pictures that can be decoded`,
    );
  }
  const onLight = isOnLight(greys);
  return {
    // Paper is as light as it is, also where the reader exchanges it with the ink.
    raw: toImages(name, greys, onLight ? 255 : 0),
    classes: classesOf(name, paths),
    titles: paths.map((path) => path.replace(/^.*\//, '').replace(/\.\w+$/, '')),
    inverted: reading.inverted ?? onLight,
    leftOut: { count: leftOut.length, names: leftOut.slice(0, NAMED) },
  };
}

const byName = new Intl.Collator('en', { numeric: true }).compare;

async function readPicture(file: PictureFile): Promise<Grey> {
  const { path, size } = file;
  if (size > LARGEST_PICTURE) {
    throw new DataError(
      { code: 'file-size', values: { file: path, bytes: size, largest: LARGEST_PICTURE } },
      `${path}: has ${size} bytes, expected at most ${LARGEST_PICTURE}`,
    );
  }
  const bytes = await file.read();
  const format = sniff(bytes.subarray(0, SNIFFED));
  if (!isPicture(format)) {
    throw new DataError({ code: 'picture', values: { file: path } }, `${path}: is no picture that is known`);
  }
  return decodePicture(path, bytes, format);
}

/** @param paper what is around pictures of another shape, 0 … 255 */
function toImages(name: string, greys: readonly Grey[], paper: number): RawImages {
  const { width, height } = usualSize(greys);
  const n = greys.length;
  checkCount(name, n * width * height, `${n} images of ${width}×${height}`);
  const values = allocate(name, n * width * height, Float32Array);
  greys.forEach((grey, i) => void values.set(fitted(grey, width, height, paper).pixels, i * width * height));
  return { n, width, height, values, whole: true, range: rangeOf(values), full: 255 };
}

/** The size that most pictures have; of equally frequent ones the larger. */
function usualSize(greys: readonly Grey[]): { width: number; height: number } {
  const counts = new Map<number, number>();
  for (const { width, height } of greys) {
    const key = 1000 * Math.max(MIN_SIDE, width) + Math.max(MIN_SIDE, height);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const [key] = [...counts].reduce((a, b) => (b[1] > a[1] || (b[1] === a[1] && b[0] > a[0]) ? b : a));
  return { width: Math.floor(key / 1000), height: key % 1000 };
}

/** The folder that each is in. */
function classesOf(name: string, paths: readonly string[]): Classes | null {
  const folders = paths.map((path) => path.split('/').at(-2) ?? '');
  if (folders.every((folder) => folder === folders[0])) return null;
  const names = new ClassNames(name);
  for (const folder of folders) names.add(folder);
  return names.classes();
}
