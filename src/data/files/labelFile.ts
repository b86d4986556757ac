import Papa from 'papaparse';
import { DataError } from '../dataset';
import { isList, readArrayLabels } from './arrays';
import type { ByteWatch } from './bytes';
import { type Classes, ClassNames, classNumbers, OneHotRows } from './classes';
import { readLabels } from './idxBody';
import { readHeader } from './idxHeader';
import { LARGEST_CLASS } from './limits';
import { findNpy } from './npy';
import type { Opened } from './opened';
import { readAll } from './supply';
import { tellLabels } from './tableColumns';
import { encodingOf } from './tableText';

/** Columns of a table that has no more than labels: perhaps with the number, or the name, of the image. */
const MOST_COLUMNS = 2;

/** Whether a file can be the classes of the images that another has. @throws DataError for a header that is damaged */
export async function holdsLabels(opened: Opened): Promise<boolean> {
  switch (opened.format) {
    case 'idx':
      return (await readHeader(opened.file)).kind === 'labels';
    case 'npy':
      return isList(await findNpy(opened.supply, ''));
    case 'csv': {
      const [row] = Papa.parse<string[]>(textOf(opened.packed.head), { preview: 1 }).data;
      return row !== undefined && row.length <= MOST_COLUMNS;
    }
    case 'text':
    case null:
      return true;
    default:
      return false;
  }
}

/**
 * The classes of n images, from a file of their own: IDX, an array, a table or lines of text, or plain bytes: one of each
 * image, or as many as there are classes, with a single 1 among them.
 * @param images the file of the images, for errors
 * @throws DataError where there are more or fewer, or they are no classes
 */
export async function readLabelFile(opened: Opened, n: number, images: string, watch: ByteWatch): Promise<Classes> {
  const { file, format, supply } = opened;
  const check = (count: number): void => checkCounts(file.name, count, n, images);
  switch (format) {
    case 'idx': {
      const header = await readHeader(file);
      check(header.n);
      return { labels: await readLabels(header, watch) };
    }
    case 'npy': {
      const array = await findNpy(supply, '');
      check(array.shape[0]!);
      return readArrayLabels(array, watch);
    }
    case 'csv':
    case 'text': {
      const classes = readLabelTable(file.name, textOf(await readAll(supply, watch)));
      check(classes.labels.length);
      return classes;
    }
    default: {
      const bytes = await readAll(supply, watch);
      const oneHot = oneHotOf(bytes, bytes.length / n);
      if (oneHot === null) check(bytes.length);
      return { labels: oneHot ?? classNumbers(file.name, bytes) };
    }
  }
}

/** The classes of rows of bytes with a single 1 each; null for other bytes. @param width bytes of a row */
function oneHotOf(bytes: Uint8Array, width: number): Uint8Array | null {
  if (!Number.isInteger(width) || width < 2 || width > LARGEST_CLASS + 1) return null;
  const rows = new OneHotRows(bytes.length / width, width);
  return rows.take(bytes) ? rows.classes() : null;
}

/** @throws DataError unless there is one label of each image */
function checkCounts(file: string, count: number, expected: number, images: string): void {
  if (count === expected) return;
  throw new DataError(
    { code: 'label-count', values: { file, count, expected, images } },
    `${file}: ${count} labels, expected ${expected}, one for each image of ${images}`,
  );
}

const textOf = (bytes: Uint8Array): string => new TextDecoder(encodingOf(bytes)).decode(bytes);

function readLabelTable(file: string, text: string): Classes {
  const { data } = Papa.parse<string[]>(text, { skipEmptyLines: true });
  const width = data[0]?.length ?? 0;
  const rows = data.filter((row) => row.length === width);
  if (rows.length === 0) throw new DataError({ code: 'no-labels', values: { file } }, `${file}: has no labels`);
  const { hasHeader, label } = tellLabels(rows);
  const names = new ClassNames(file);
  for (const row of hasHeader ? rows.slice(1) : rows) names.add(row[label]!.trim());
  return names.classes();
}
