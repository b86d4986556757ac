import { expect, it } from 'vitest';
import { nameOfSum, sumOf } from '../../../src/panels/path/sum';

it('A − B + C is worked out axis by axis', () => {
  const [a, b, c] = [
    { name: 'A', x: 1, y: 5 },
    { name: 'seven', x: 2, y: 7 },
    { name: 'C', x: 4, y: 11 },
  ];
  expect(sumOf([a, b, c])).toEqual({ x: 3, y: 9 });
  expect(sumOf([a, a, c])).toEqual({ x: 4, y: 11 });
  expect(nameOfSum([a, b, c])).toBe('A − seven + C');
});
