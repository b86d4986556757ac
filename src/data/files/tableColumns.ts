import { LARGEST_CLASS } from './limits';
import { isCalledPicture } from './picture';
import type { Reading } from './reading';
import { toNumber } from './tableNumbers';

/** Which columns of a table are what. */
export interface Columns {
  readonly hasHeader: boolean;
  /** As the header has them, or numbered from 0. */
  readonly names: readonly string[];
  /** The column with the class; null for none. */
  readonly label: number | null;
  /** Those with the pixels, in their order. */
  readonly pixels: readonly number[];
}

type Rows = readonly (readonly string[])[];

const LABEL = /^(label|labels|class|classes|target|digit|y|category)$/i;

/** Columns that number the images, or name their files, as some programs call them. */
const INDEX = /^(index|id|unnamed: ?\d+|path|(file|image|img|picture)([ _-]?(name|path|file|id))?)$/i;

const isIndex = (name: string): boolean => name === '' || INDEX.test(name);

const isNumber = (field: string): boolean => !Number.isNaN(toNumber(field));

/**
 * Tells the columns of a table of images apart by its first rows.
 * @param rows at least one, all of the same number of fields
 * @param labelColumn is one of the table, or null for none
 */
export function tellColumns(rows: Rows, { hasHeader, labelColumn }: Reading): Columns {
  const headed = hasHeader ?? looksLikeHeader(rows);
  const called = headed ? namesOf(rows) : null;
  const names = called ?? rows[0]!.map((_, i) => String(i));
  const sample = headed && rows.length > 1 ? rows.slice(1) : rows;
  const index = names.findIndex((_, i) => (called !== null && isIndex(called[i]!)) || hasFileNames(sample, i));
  const label = labelColumn === undefined ? findLabel(called, sample, index) : labelColumn;
  const pixels = names.flatMap((_, i) => (i === label || i === index ? [] : [i]));
  return { hasHeader: headed, names, label, pixels };
}

/**
 * Tells the column with the class of a table that has no pixels: the one that is called so. Else it is one whose values
 * return, as classes do, of texts before numbers; where none does, the last: before it stands what the images are called.
 * @param rows at least one, all of the same number of fields
 */
export function tellLabels(rows: Rows): { readonly hasHeader: boolean; readonly label: number } {
  const hasHeader = looksLikeHeader(rows);
  const names = hasHeader ? namesOf(rows) : null;
  const named = names?.findIndex((name) => LABEL.test(name)) ?? -1;
  if (named >= 0) return { hasHeader, label: named };
  const body = hasHeader ? rows.slice(1) : rows;
  const rank = (column: number): number => {
    if ((names !== null && isIndex(names[column]!)) || hasFileNames(body, column)) return 3;
    if (!hasRepeats(body, column)) return 2;
    return hasTexts(body, column) ? 0 : 1;
  };
  const ranks = rows[0]!.map((_, column) => rank(column));
  return { hasHeader, label: ranks.lastIndexOf(Math.min(...ranks)) };
}

const namesOf = ([header]: Rows): string[] => header!.map((field) => field.trim());

/**
 * More fields of the first row are no numbers than of the second; or it counts the columns; or it has what a column is called,
 * once in the column, and no numbers but such as count: a class may be called y.
 */
function looksLikeHeader(rows: Rows): boolean {
  const [first, second] = rows;
  const texts = (row: readonly string[]): number => row.filter((field) => !isNumber(field)).length;
  if (second === undefined) return texts(first!) > first!.length / 2;
  if (texts(first!) > texts(second)) return true;
  const names = namesOf(rows);
  if (names.length > 2 && names.every((name, i) => name === String(i))) return true;
  const numbers = names.filter(isNumber).map(toNumber);
  return (
    numbers.every((number, i) => i === 0 || number === numbers[i - 1]! + 1) &&
    names.some(
      (name, column) =>
        (LABEL.test(name) || INDEX.test(name)) && !rows.slice(1).some((row) => row[column]!.trim() === name),
    )
  );
}

function findLabel(names: readonly string[] | null, sample: Rows, index: number): number | null {
  const named = names?.findIndex((name) => LABEL.test(name)) ?? -1;
  if (named >= 0) return named;
  const others = sample[0]!.flatMap((_, column) => (column === index ? [] : [column]));
  if (others.length === 0) return null;
  const ends = [...new Set([others[0]!, others.at(-1)!])];
  // A column of texts has no pixels; one that has a text among its numbers is refused later on.
  const texts = ends.filter((column) => hasTexts(sample, column));
  if (texts.length > 0) return texts[0]!;
  if (isSquare(others.length) || !isSquare(others.length - 1)) return null;
  // Digits have paper in their corners: the classes are what has more values, and each of them less often.
  const [likeliest] = ends
    .filter((column) => sample.every((row) => isClass(row[column]!)))
    .toSorted((a, b) => mostFrequent(sample, a) - mostFrequent(sample, b));
  return likeliest ?? null;
}

/** Whether more fields of a column are texts than are numbers. */
const hasTexts = (rows: Rows, column: number): boolean =>
  2 * rows.filter((row) => !isNumber(row[column]!)).length > rows.length;

/** Whether a column has names of pictures' files. */
const hasFileNames = (rows: Rows, column: number): boolean =>
  rows.length > 0 && rows.every((row) => isCalledPicture(row[column]!.trim()));

/** Whether a value of a column stands in it more than once. */
function hasRepeats(rows: Rows, column: number): boolean {
  const seen = new Set<string>();
  return rows.some((row) => {
    const value = row[column]!.trim();
    const known = seen.has(value);
    seen.add(value);
    return known;
  });
}

const isSquare = (count: number): boolean => count > 1 && Number.isInteger(Math.sqrt(count));

function isClass(field: string): boolean {
  const value = toNumber(field);
  return Number.isInteger(value) && value >= 0 && value <= LARGEST_CLASS;
}

/** How often the most frequent value of a column stands in it. */
function mostFrequent(rows: Rows, column: number): number {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(row[column]!, (counts.get(row[column]!) ?? 0) + 1);
  return Math.max(...counts.values());
}
