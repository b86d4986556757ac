import { LARGEST_CLASS } from './limits';
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

const LABEL = /^(label|labels|class|classes|target|digit|y|category)$/i;

/** Columns that number the rows, as some programs write them. */
const INDEX = /^(|index|id|unnamed: ?\d+)$/i;

const isNumber = (field: string): boolean => !Number.isNaN(toNumber(field));

/**
 * Tells the columns of a table apart by its first rows.
 * @param rows at least one, all of the same number of fields
 * @param labelColumn is one of the table, or null for none
 */
export function tellColumns(rows: readonly (readonly string[])[], { hasHeader, labelColumn }: Reading): Columns {
  const headed = hasHeader ?? looksLikeHeader(rows);
  const names = headed ? rows[0]!.map((field) => field.trim()) : rows[0]!.map((_, i) => String(i));
  const sample = headed && rows.length > 1 ? rows.slice(1) : rows;
  const index = headed ? names.findIndex((name) => INDEX.test(name)) : -1;
  const label = labelColumn === undefined ? findLabel(headed ? names : null, sample, index) : labelColumn;
  const pixels = names.flatMap((_, i) => (i === label || i === index ? [] : [i]));
  return { hasHeader: headed, names, label, pixels };
}

/** More fields of the first row are no numbers than of the second; or it counts the columns. */
function looksLikeHeader([first, second]: readonly (readonly string[])[]): boolean {
  const texts = (row: readonly string[]): number => row.filter((field) => !isNumber(field)).length;
  if (second === undefined) return texts(first!) > first!.length / 2;
  const counts = first!.length > 2 && first!.every((field, i) => field.trim() === String(i));
  return counts || texts(first!) > texts(second);
}

function findLabel(
  names: readonly string[] | null,
  sample: readonly (readonly string[])[],
  index: number,
): number | null {
  const named = names?.findIndex((name) => LABEL.test(name)) ?? -1;
  if (named >= 0) return named;
  const width = sample[0]!.length;
  const ends = [...new Set([index === 0 ? 1 : 0, width - 1])].filter((column) => column < width);
  // A column of texts has no pixels; one that has a text among its numbers is refused later on.
  const textsIn = (column: number): number => sample.filter((row) => !isNumber(row[column]!)).length;
  const texts = ends.filter((column) => 2 * textsIn(column) > sample.length);
  if (texts.length > 0) return texts[0]!;
  const pixels = width - (index < 0 ? 0 : 1);
  if (isSquare(pixels) || !isSquare(pixels - 1)) return null;
  // Digits have paper in their corners: the classes are what has more values, and each of them less often.
  const [likeliest] = ends
    .filter((column) => sample.every((row) => isClass(row[column]!)))
    .toSorted((a, b) => mostFrequent(sample, a) - mostFrequent(sample, b));
  return likeliest ?? null;
}

const isSquare = (count: number): boolean => count > 1 && Number.isInteger(Math.sqrt(count));

function isClass(field: string): boolean {
  const value = toNumber(field);
  return Number.isInteger(value) && value >= 0 && value <= LARGEST_CLASS;
}

/** How often the most frequent value of a column stands in it. */
function mostFrequent(rows: readonly (readonly string[])[], column: number): number {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(row[column]!, (counts.get(row[column]!) ?? 0) + 1);
  return Math.max(...counts.values());
}
