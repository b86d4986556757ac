import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeCsv } from '../../src/formats/csv';

/** Rows of fields, by the rules of RFC 4180. */
function parse(text: string): string[][] {
  const rows: string[][] = [];
  for (const [, field = '', end] of text.matchAll(/("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/g)) {
    if (rows.length === 0) rows.push([]);
    rows.at(-1)!.push(field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field);
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

describe('a table', () => {
  it('has a row of names and one of each value', () => {
    const text = writeCsv([
      { name: 'index', values: [0, 1] },
      { name: 'mu_1', values: Float32Array.of(0.1, Number.NaN) },
    ]);
    expect(text).toBe(`index,mu_1\r\n0,${Math.fround(0.1)}\r\n1,\r\n`);
  });

  it('is read back as it was, whatever the text and the numbers', () => {
    const column = fc.record({
      name: fc.string(),
      values: fc.array(fc.oneof(fc.string(), fc.double({ noNaN: true })), { minLength: 3, maxLength: 3 }),
    });
    fc.assert(
      fc.property(fc.array(column, { minLength: 1, maxLength: 4 }), (columns) => {
        const [names, ...rows] = parse(writeCsv(columns));
        expect(names).toEqual(columns.map(({ name }) => name));
        for (const [i, row] of rows.entries()) expect(row).toEqual(columns.map(({ values }) => String(values[i])));
        expect(rows.length).toBe(3);
      }),
      { seed: 1 },
    );
  });
});
