import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Literal, readLiteral } from '../../../src/data/files/pythonLiteral';

/** As Python's repr writes it. */
function repr(value: Literal, tuple: boolean): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return `'${value}'`;
  if (value instanceof Map)
    return `{${[...value].map(([key, it]) => `${repr(key, tuple)}: ${repr(it, tuple)}`).join(', ')}}`;
  const items = (value as readonly Literal[]).map((it) => repr(it, tuple));
  return tuple ? `(${items.map((it) => `${it}, `).join('')})` : `[${items.join(', ')}]`;
}

const scalar: fc.Arbitrary<Literal> = fc.oneof(
  fc.constant(null),
  fc.boolean(),
  fc.integer(),
  fc.stringMatching(/^[\w <>|.é-]{0,10}$/u),
);
const literal: fc.Arbitrary<Literal> = fc.letrec<{ value: Literal }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', maxDepth: 6 },
    scalar,
    fc.array(tie('value'), { maxLength: 4 }),
    fc
      .uniqueArray(fc.tuple(fc.stringMatching(/^\w{1,6}$/), tie('value')), { maxLength: 4, selector: ([key]) => key })
      .map((pairs) => new Map<Literal, Literal>(pairs)),
  ),
})).value;

describe('a literal of Python', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(literal, fc.boolean(), (value, tuple) => {
        expect(readLiteral(repr(value, tuple))).toEqual(value);
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it.each<[string, Literal]>([
    [
      "{'descr': '<f4', 'fortran_order': False, 'shape': (60000, 28, 28), }          \n",
      new Map<Literal, Literal>([
        ['descr', '<f4'],
        ['fortran_order', false],
        ['shape', [60000, 28, 28]],
      ]),
    ],
    ['(3)', 3],
    ['(3,)', [3]],
    ['()', []],
    ['(3L, 4L)', [3, 4]],
    ['"x"', 'x'],
    [" [ 'a' , -1,]", ['a', -1]],
  ])('%j', (text, value) => {
    expect(readLiteral(text)).toEqual(value);
  });

  it.each([
    '',
    '(',
    '(1 2)',
    '[1, 2',
    '{1}',
    '{1: 2',
    "{'a': }",
    ',',
    '1 1',
    'true',
    "'a",
    "'a\\'b'",
    '1.5',
    'f(1)',
    '(1, 2]',
    '['.repeat(20) + ']'.repeat(20),
    '12345678901234567890',
  ])('is none: %j', (text) => {
    expect(() => readLiteral(text)).toThrow(SyntaxError);
  });
});
