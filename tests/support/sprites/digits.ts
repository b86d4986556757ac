/**
 * Builds public/data/uci-digits.{png,json} from the digits of the UCI Machine Learning Repository.
 *
 * The source is optdigits.tes of https://doi.org/10.24432/C50P49, or the same rows as CSV with a heading line: 64
 * intensities 0 … 16 (8×8, row by row) and the class. To build again:
 *
 *     DIGITS_CSV=path/to/optdigits.tes npx vitest run --project unit tests/data/sets/digits-sprite.test.ts
 *
 * checks that the committed files are what this code makes of the source; with WRITE=1 it writes them first.
 */
import type { ClassTiles, Origin } from './sprite';

const SIDE = 8;
const LEVELS = 17;

export const DIGITS: Origin = {
  name: 'uci-digits',
  // 44 × 41 tiles is the nearest to a square for 1,797.
  columns: 44,
  source: 'https://doi.org/10.24432/C50P49',
  licence: 'CC BY 4.0',
  citation:
    'E. Alpaydin, C. Kaynak, Optical Recognition of Handwritten Digits, UCI Machine Learning Repository, 1998, ' +
    'https://doi.org/10.24432/C50P49',
};

/** @throws Error naming a row that is none of 64 intensities and a class */
export function parseDigits(csv: string): ClassTiles {
  const rows = csv
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(',').map(Number))
    .filter((row, line) => line > 0 || !row.some(Number.isNaN)); // the heading is not numbers
  for (const [i, row] of rows.entries()) {
    const sound = row.length === SIDE * SIDE + 1 && row.every((v) => Number.isInteger(v) && v >= 0 && v < LEVELS);
    if (!sound) throw new Error(`Row ${i + 1} is ${row.join(',')}, expected 64 intensities 0 to 16 and a class`);
  }
  return {
    width: SIDE,
    height: SIDE,
    levels: LEVELS,
    pixels: Uint8Array.from(rows.flatMap((row) => row.slice(0, -1))),
    labels: Uint8Array.from(rows, (row) => row.at(-1)!),
  };
}
