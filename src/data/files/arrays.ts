import { stacked } from '../../math/rows';
import { DataError } from '../dataset';
import type { ByteWatch } from './bytes';
import { type Classes, checkClasses, classNumbers, OneHotRows } from './classes';
import { layoutOf } from './layout';
import { checkCount } from './limits';
import { decodeNumbers } from './numberKinds';
import { placeNumbers } from './placeNumbers';
import type { RawImages } from './rawImages';
import type { Reading } from './reading';
import { countOf, type StoredArray } from './storedArray';

/** What arrays of images, and of their classes, are called, apart from a part: `x_train`, `test_labels`. */
const IMAGES = /^(images?|x|data|imgs|pixels|features)$/i;
const LABELS = /^(labels?|y|targets?|classes|class)$/i;

/** The parts that data sets are in, the first before the others; '' is the whole. */
const PARTS = ['', 'train', 'training', 'test', 'val', 'valid', 'validation'] as const;

/** A name without its part, and the place of the part among them. */
function takeApart(name: string): { stem: string; part: number } {
  const base = name.replace(/^.*\//, '').replace(/\.npy$/, '');
  const part = PARTS.findIndex((word) => word !== '' && new RegExp(`(^${word}[_-]|[_-]${word}$)`, 'i').test(base));
  if (part < 0) return { stem: base, part: 0 };
  return { stem: base.replace(new RegExp(`^${PARTS[part]}[_-]|[_-]${PARTS[part]}$`, 'i'), ''), part };
}

/** Whether an array may be classes: n of them, alone or as n × 1. */
export const isList = ({ shape }: StoredArray): boolean => shape.length === 1 || (shape.length === 2 && shape[1] === 1);

/** The images among arrays, and the classes that belong to them; null for none. */
export interface Chosen {
  readonly images: StoredArray;
  readonly labels: StoredArray | null;
}

/**
 * Chooses by name, training before test; else the largest array is that of the images, and a list of whole numbers, one for
 * each image, that of the classes.
 * @throws DataError where nothing can be images
 */
export function chooseArrays(file: string, arrays: readonly StoredArray[]): Chosen {
  const named = arrays.map((array) => ({ array, ...takeApart(array.name), count: countOf(array.shape) }));
  const [images] = named
    .filter(({ array }) => array.shape.length > 1 && !isList(array))
    .toSorted(
      (a, b) =>
        Number(IMAGES.test(b.stem)) - Number(IMAGES.test(a.stem)) ||
        Number(LABELS.test(a.stem)) - Number(LABELS.test(b.stem)) ||
        (IMAGES.test(a.stem) ? a.part - b.part : 0) ||
        b.count - a.count,
    );
  if (images === undefined) {
    const names = arrays.map(({ name }) => name).join(', ');
    throw new DataError(
      { code: 'no-array', values: { file, names: names || '–' } },
      `${file}: has ${names === '' ? 'no arrays' : `the arrays ${names}`}, expected one of images`,
    );
  }
  const n = images.array.shape[0];
  const [labels] = named
    .filter(
      ({ array, stem }) =>
        array.shape[0] === n &&
        (LABELS.test(stem) ? array.shape.length <= 2 && array !== images.array : isList(array) && array.kind.whole),
    )
    .toSorted(
      (a, b) =>
        Number(b.part === images.part) - Number(a.part === images.part) ||
        Number(LABELS.test(b.stem)) - Number(LABELS.test(a.stem)),
    );
  return { images: images.array, labels: labels?.array ?? null };
}

/** Images of an array, as numbers, and what may be chosen of them. */
export interface ArrayImages {
  readonly raw: RawImages;
  readonly channels: number;
  readonly channel: number | 'mean';
  readonly shapes: readonly (readonly [width: number, height: number])[];
}

/** @throws DataError where the array cannot be images, or has no such channel as the reader has chosen */
export async function readArrayImages(array: StoredArray, reading: Reading, watch: ByteWatch): Promise<ArrayImages> {
  const layout = layoutOf(array, reading);
  const { channels, shapes } = layout;
  const channel = channelOf(array.file, channels, reading.channel);
  return { raw: await placeNumbers(array, layout, channel, watch), channels, channel, shapes };
}

function channelOf(file: string, channels: number, chosen: Reading['channel']): number | 'mean' {
  if (channels === 1) return 0;
  if (chosen === undefined || chosen === 'mean') return 'mean';
  if (Number.isInteger(chosen) && chosen >= 0 && chosen < channels) return chosen;
  throw new DataError(
    { code: 'channel', values: { file, channel: chosen, count: channels } },
    `${file}: channel ${chosen} was chosen, expected 0 to ${channels - 1} or mean`,
  );
}

/**
 * Classes of an array: one number of each image, or a row with a single 1 at the class. What its shape promises is judged
 * before anything is read.
 * @throws DataError for numbers that are no classes, and for more than can be
 */
export async function readArrayLabels(array: StoredArray, watch: ByteWatch): Promise<Classes> {
  const { file, shape, fortran } = array;
  const [n, width = 1] = shape as [number, number?];
  checkClasses(file, width);
  checkCount(file, n * width, `${n} labels of ${width} numbers`);
  if (width === 1) return { labels: await readNumbers(array, watch) };
  const labels = fortran || width === 0 ? null : await readRows(array, watch);
  if (labels !== null) return { labels };
  throw new DataError(
    { code: 'array-shape', values: { file, shape: shape.join('×') } },
    `${file}: is ${shape.join('×')}, expected a class for each image`,
  );
}

/** One class number of each image. */
async function readNumbers(array: StoredArray, watch: ByteWatch): Promise<Uint8Array> {
  const { file, kind, littleEndian } = array;
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let read = 0;
  for await (const chunk of array.chunks(watch)) {
    const part = classNumbers(file, decodeNumbers(chunk, kind, littleEndian), read);
    read += part.length;
    parts.push(part);
  }
  return stacked(parts, Uint8Array);
}

/** The classes of rows with a single 1 each; null for other rows. */
async function readRows(array: StoredArray, watch: ByteWatch): Promise<Uint8Array | null> {
  const { kind, littleEndian, shape } = array;
  const rows = new OneHotRows(shape[0]!, shape[1]!);
  for await (const chunk of array.chunks(watch)) {
    if (!rows.take(decodeNumbers(chunk, kind, littleEndian))) return null;
  }
  return rows.classes();
}
