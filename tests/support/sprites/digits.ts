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
import type { SpriteDescription } from '../../../src/data/sets/description';
import { sheetOf } from './sheet';

const SIDE = 8;
const LEVELS = 17;
/** 44 × 41 tiles is the nearest to a square for 1,797. */
const COLUMNS = 44;

export interface DigitRows {
  /** n × 64 intensities 0 … 16. */
  readonly pixels: Uint8Array;
  /** n classes. */
  readonly labels: Uint8Array;
}

export function parseDigits(csv: string): DigitRows {
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
    pixels: Uint8Array.from(rows.flatMap((row) => row.slice(0, -1))),
    labels: Uint8Array.from(rows, (row) => row.at(-1)!),
  };
}

export function buildDigitsSprite({ pixels, labels }: DigitRows): { png: Uint8Array; json: string } {
  const description: SpriteDescription = {
    name: 'uci-digits',
    n: labels.length,
    width: SIDE,
    height: SIDE,
    levels: LEVELS,
    labels: labels.join(''),
    source: 'https://doi.org/10.24432/C50P49',
    licence: 'CC BY 4.0',
    citation:
      'E. Alpaydin, C. Kaynak, Optical Recognition of Handwritten Digits, UCI Machine Learning Repository, 1998, ' +
      'https://doi.org/10.24432/C50P49',
  };
  return {
    png: sheetOf({ width: SIDE, height: SIDE, pixels, levels: LEVELS }, COLUMNS),
    json: `${JSON.stringify(description, null, 2)}\n`,
  };
}
