import Papa from 'papaparse';
import { DataError } from '../dataset';
import type { ByteWatch } from './bytes';
import { type Classes, ClassNames } from './classes';
import { allocate, checkCount, checkSides, LARGEST_NUMBER } from './limits';
import type { RawImages } from './rawImages';
import type { Reading } from './reading';
import { type Sides, shapesOf } from './sides';
import type { Supply } from './supply';
import { type Columns, tellColumns } from './tableColumns';
import { type Row, rowsOf } from './tableRows';
import { readRowTexts } from './tableText';

/** Rows by which the columns are told apart. */
const SAMPLE = 200;

/** Images of a table, an image a row, and what is known of them. */
export interface TableImages {
  readonly raw: RawImages;
  readonly classes: Classes | null;
  readonly columns: Columns;
  readonly shapes: readonly Sides[];
}

/**
 * Reads a table in text: fields parted by commas, semicolons or tabs, between quotes where they have to be (RFC 4180); an
 * image a row, perhaps with its class.
 * @throws DataError for rows of another length, pixels that are no numbers, and rows that are no images
 */
export async function readTable(supply: Supply, reading: Reading, watch: ByteWatch): Promise<TableImages> {
  const file = supply.name;
  let rows: RowReader | null = null;
  let line = 0;
  for await (const text of readRowTexts(supply, watch)) {
    rows ??= new RowReader(file, text, reading);
    line = rows.take(text, line);
  }
  if (rows === null || rows.n === 0) {
    throw new DataError({ code: 'no-images', values: { file } }, `${file}: has no rows of numbers`);
  }
  return rows.images();
}

/** Takes the rows of a table, piece by piece. */
class RowReader {
  n = 0;
  private readonly delimiter: string;
  private readonly columns: Columns;
  private readonly shapes: readonly Sides[];
  private readonly labels: ClassNames | null;
  /** Numbers of the pieces. */
  private readonly parts: Float32Array[] = [];
  /** Room for those of the present piece: no more than it has fields. */
  private room = new Float32Array(0);
  private least = Number.POSITIVE_INFINITY;
  private largest = Number.NEGATIVE_INFINITY;
  private whole = true;

  constructor(
    private readonly file: string,
    text: string,
    reading: Reading,
  ) {
    const { data, meta } = Papa.parse<string[]>(text, { preview: SAMPLE, skipEmptyLines: true });
    this.delimiter = meta.delimiter;
    const width = data[0]?.length ?? 0;
    const { labelColumn } = reading;
    if (
      labelColumn !== undefined &&
      labelColumn !== null &&
      !(Number.isInteger(labelColumn) && labelColumn >= 0 && labelColumn < width)
    ) {
      throw new DataError(
        { code: 'column', values: { file, column: labelColumn, count: width } },
        `${file}: column ${labelColumn} was chosen, expected 0 to ${width - 1}`,
      );
    }
    // Rows of other lengths are refused with their lines, when it is their turn.
    const same = data.filter((row) => row.length === width);
    if (same.length === 0) throw new DataError({ code: 'no-images', values: { file } }, `${file}: has no rows`);
    this.columns = tellColumns(same, reading);
    this.shapes = shapesOf(file, this.columns.pixels.length, reading.sides);
    checkSides(file, ...this.shapes[0]!);
    this.labels = this.columns.label === null ? null : new ClassNames(file);
  }

  /**
   * @param line lines before the text
   * @returns those before the next
   */
  take(text: string, line: number): number {
    const { columns, file } = this;
    const { pixels, label, names } = columns;
    // Fields have a character between them: short rows that go with long ones are no reason to take memory.
    if (this.room.length <= text.length) this.room = new Float32Array(text.length + 1);
    const { room } = this;
    let filled = 0;
    for (const row of rowsOf(text, this.delimiter)) {
      line++;
      // Empty lines, and what follows the last line break.
      if (row.length === 1 && row.text(0) === '') continue;
      if (row.length !== names.length) {
        throw new DataError(
          { code: 'table-row', values: { file, line, count: row.length, expected: names.length } },
          `${file}: line ${line} has ${row.length} columns, expected ${names.length}, as the first has`,
        );
      }
      if (columns.hasHeader && !this.begun) {
        this.begun = true;
        continue;
      }
      for (const column of pixels) room[filled++] = this.pixel(row, line, column);
      if (label !== null) this.labels!.add(row.text(label).trim());
      this.n++;
    }
    checkCount(file, this.n * pixels.length, `${this.n} rows or more of ${pixels.length} numbers`);
    if (filled > 0) this.parts.push(room.slice(0, filled));
    // The last line is counted again with what follows.
    return /[\r\n]$/.test(text) ? line - 1 : line;
  }

  /** Whether the header has been passed. */
  private begun = false;

  private pixel(row: Row, line: number, column: number): number {
    const value = row.number(column);
    if (!(Math.abs(value) <= LARGEST_NUMBER)) {
      const said = row.text(column).slice(0, 40);
      throw new DataError(
        { code: 'table-number', values: { file: this.file, line, column: column + 1, value: said } },
        `${this.file}: line ${line} has ${JSON.stringify(said)} in column ${column + 1}, expected a number`,
      );
    }
    if (value < this.least) this.least = value;
    if (value > this.largest) this.largest = value;
    if (this.whole && !Number.isInteger(value)) this.whole = false;
    return value;
  }

  images(): TableImages {
    const { file, n, columns, shapes, whole } = this;
    const [width, height] = shapes[0]!;
    const values = allocate(file, n * width * height, Float32Array);
    let filled = 0;
    for (const part of this.parts) {
      values.set(part, filled);
      filled += part.length;
    }
    const range = [this.least, this.largest] as const;
    const raw = { n, width, height, values, whole, range, full: null };
    return { raw, classes: this.labels?.classes() ?? null, columns, shapes };
  }
}
