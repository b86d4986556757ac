import Papa from 'papaparse';
import { numberAt, toNumber } from './tableNumbers';

/** The fields of one row of a table. */
export interface Row {
  readonly length: number;
  text(column: number): string;
  /** NaN where the field is no number. */
  number(column: number): number;
}

/**
 * The rows of a text of whole rows, empty ones and what follows the last line break among them. Each may be looked at until
 * the next is asked for.
 *
 * Papa Parse makes a string of every field, which takes longer than all else that is done with a table of numbers. So a text
 * without quotes, in which a row is what stands between two line breaks, is gone through where it is.
 * @param delimiter one character
 */
export function* rowsOf(text: string, delimiter: string): Generator<Row, void, undefined> {
  const lineBreak = text.includes('"') ? null : lineBreakOf(text);
  if (lineBreak === null) {
    for (const fields of Papa.parse<string[]>(text, { delimiter }).data) yield new ParsedRow(fields);
    return;
  }
  const row = new PlainRow(text, delimiter.charCodeAt(0));
  for (let from = 0; ; ) {
    const found = text.indexOf(lineBreak, from);
    row.move(from, found < 0 ? text.length : found);
    yield row;
    if (found < 0) return;
    from = found + lineBreak.length;
  }
}

/** How the lines of a text end; null where they do in several ways, or by carriage returns alone. */
function lineBreakOf(text: string): '\n' | '\r\n' | null {
  let returned = text.indexOf('\r');
  if (returned < 0) return '\n';
  let fed = text.indexOf('\n');
  while (returned >= 0 && fed === returned + 1) {
    returned = text.indexOf('\r', fed);
    fed = text.indexOf('\n', fed + 1);
  }
  return returned < 0 && fed < 0 ? '\r\n' : null;
}

/** A row whose fields Papa Parse has taken apart. */
class ParsedRow implements Row {
  constructor(private readonly fields: readonly string[]) {}

  get length(): number {
    return this.fields.length;
  }

  text(column: number): string {
    return this.fields[column]!;
  }

  number(column: number): number {
    return toNumber(this.fields[column]!);
  }
}

/** A row that stands in a text, without quotes. */
class PlainRow implements Row {
  length = 0;
  /** Where each field begins, and one after the delimiter that would follow the last. */
  private starts = new Int32Array(2);

  constructor(
    private readonly whole: string,
    private readonly delimiter: number,
  ) {}

  /** Goes to the row from one place of the text to before another. */
  move(from: number, to: number): void {
    const { whole, delimiter } = this;
    // Fields have a character between them.
    if (this.starts.length < to - from + 2) this.starts = new Int32Array(2 * (to - from + 2));
    const { starts } = this;
    let length = 0;
    starts[0] = from;
    for (let at = from; at < to; at++) if (whole.charCodeAt(at) === delimiter) starts[++length] = at + 1;
    starts[++length] = to + 1;
    this.length = length;
  }

  text(column: number): string {
    return this.whole.slice(this.starts[column]!, this.starts[column + 1]! - 1);
  }

  number(column: number): number {
    return numberAt(this.whole, this.starts[column]!, this.starts[column + 1]! - 1);
  }
}
