/** Rows are the same however they are taken apart: where they stand, or into strings by Papa Parse. */
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { OwnImages } from '../../../src/data/files/reading';
import { readOwn } from '../../../src/data/files/readOwn';
import { type Row, rowsOf } from '../../../src/data/files/tableRows';

const SEED = { seed: 10, numRuns: 500 };

const number = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: -300, max: 300 }).map(String) },
  fc.double().map(String),
  fc.tuple(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.nat(17)).map(([value, k]) => value.toFixed(k)),
  fc.tuple(fc.float({ noNaN: true }), fc.nat(20)).map(([value, k]) => value.toExponential(k)),
  fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n }).map(String),
  fc.tuple(fc.constantFrom('', '+', '-'), fc.nat(99), fc.nat(9999)).map(([sign, a, b]) => `${sign}0${a}.00${b}`),
);
const ODD = ['', ' ', '-', '+', '.', '-.', '5.', '-.5', '-0', '-0.0', '0x1f', '1e', '1e3', 'Infinity', 'NaN', '1.2.3'];
const other = fc.oneof(
  fc.constantFrom(...ODD, '--1', '1-', '1 2', '٣', 'né', '\u{1F600}'),
  fc.string({ maxLength: 4 }),
);
const padding = fc.constantFrom('', '', '', ' ', '\t ', '\u00a0', '\ufeff');
const field = fc
  .tuple(padding, fc.oneof({ weight: 4, arbitrary: number }, other), padding)
  .map((parts) => parts.join(''));
const delimiters = fc.constantFrom(',', ';', '\t', '|');

/** What all the rows have; each may be looked at until the next is asked for. */
function all(rows: Iterable<Row>): (readonly [string, number])[][] {
  const found: (readonly [string, number])[][] = [];
  for (const row of rows)
    found.push(Array.from({ length: row.length }, (_, i) => [row.text(i), row.number(i)] as const));
  return found;
}

/** The same by Papa Parse, and what JavaScript makes of the strings. */
const parsed = (text: string, delimiter: string): (readonly [string, number])[][] =>
  Papa.parse<string[]>(text, { delimiter }).data.map((row) =>
    row.map((cell) => [cell, cell.trim() === '' ? Number.NaN : Number(cell)] as const),
  );

/** Lines, each with what ends it. */
function expectTheSame(field: fc.Arbitrary<string>, ends: fc.Arbitrary<string>): void {
  fc.assert(
    fc.property(
      delimiters,
      fc.array(fc.array(field, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 5 }),
      fc.infiniteStream(ends),
      fc.boolean(),
      (delimiter, rows, breaks, ended) => {
        const lines = rows.map((row) => row.join(delimiter) + breaks.next().value);
        const text = `${lines.join('')}${ended ? '' : `1${delimiter}2`}`;
        fc.pre(text !== '' && text[0] !== '\ufeff');
        expect(all(rowsOf(text, delimiter))).toEqual(parsed(text, delimiter));
      },
    ),
    SEED,
  );
}

describe('rows of a table', () => {
  it.each([
    ['line feeds', '\n'],
    ['both', '\r\n'],
    ['carriage returns', '\r'],
  ])('whose lines end by %s are those that Papa Parse finds', (_, end) => {
    expectTheSame(field, fc.constant(end));
  });

  it('whose lines end in several ways are so, too', () => {
    expectTheSame(field, fc.constantFrom('\n', '\r\n', '\r', '\n\r', '\n\n'));
  });

  it('and those with quotes', () => {
    const quoted = field.map((text) => `"${text.replaceAll('"', '""')}"`);
    expectTheSame(fc.oneof(field, quoted), fc.constantFrom('\n', '\r\n'));
  });

  it('are as many as the lines, and one after the last line break', () => {
    expect(all(rowsOf('1,2\r\n\r\n3,4\r\n', ','))).toEqual([
      [
        ['1', 1],
        ['2', 2],
      ],
      [['', Number.NaN]],
      [
        ['3', 3],
        ['4', 4],
      ],
      [['', Number.NaN]],
    ]);
  });
});

it('a table has the same images and classes, or is refused alike, with and without quotes and carriage returns', async () => {
  const pixel = fc.oneof(
    { weight: 30, arbitrary: fc.nat(255).map(String) },
    fc.double({ min: -1e3, max: 1e3, noNaN: true }).map((value) => ` ${value}`),
    fc.double({ min: 0, max: 1, noNaN: true }).map((value) => value.toExponential(3)),
    { weight: 1, arbitrary: fc.constantFrom(...ODD) },
  );
  const name = fc.constantFrom('0', '7', 'a', ' b ', 'č');
  const rows = fc.array(fc.tuple(name, fc.array(pixel, { minLength: 4, maxLength: 4 })), {
    minLength: 2,
    maxLength: 6,
  });
  const ends = { read: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(rows, fc.boolean(), async (body, hasHeader) => {
      const lines = body.map(([label, pixels]) => [label, ...pixels]);
      if (hasHeader) lines.unshift(['label', 'p0', 'p1', 'p2', 'p3']);
      const read = (start: string, quote: string, end: string): Promise<OwnImages | string> => {
        const text = lines.map((line) => line.map((cell) => `${quote}${cell}${quote}`).join(',')).join(end);
        const reading = readOwn([new File([start, text, end], 'table')], { hasHeader, labelColumn: 0 });
        return reading.catch((error: Error) => error.message);
      };
      const plain = await read('', '', '\n');
      ends[typeof plain === 'string' ? 'refused' : 'read']++;
      expect(await read('\ufeff', '', '\r\n')).toEqual(plain);
      expect(await read('', '"', '\n')).toEqual(plain);
      expect(await read('\ufeff', '"', '\r\n')).toEqual(plain);
    }),
    { seed: 10, numRuns: 200 },
  );
  expect(Math.min(ends.read, ends.refused)).toBeGreaterThan(20);
});
