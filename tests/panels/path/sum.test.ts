import { expect, it } from 'vitest';
import { nameOfSum, sumOf, termsOn } from '../../../src/panels/path/sum';

it('A − B + C is worked out axis by axis', () => {
  const [a, b, c] = [
    { name: 'A', x: 1, y: 5, code: null },
    { name: 'seven', x: 2, y: 7, code: null },
    { name: 'C', x: 4, y: 11, code: null },
  ];
  expect(sumOf([a, b, c])).toEqual({ x: 3, y: 9, code: null });
  expect(sumOf([a, a, c])).toEqual({ x: 4, y: 11, code: null });
  expect(nameOfSum([a, b, c])).toBe('A − seven + C');
});

it('A − B + C of whole codes is worked out on all of their axes', () => {
  const [a, b, c] = [
    { x: 1, y: 5, code: [1, 0.5, 5] },
    { x: 2, y: 7, code: [2, -1, 7] },
    { x: 4, y: 11, code: [4, 3, 11] },
  ];
  expect(sumOf([a, b, c])).toEqual({ x: 3, y: 9, code: [3, 4.5, 9] });
});

it('A, B and C are where the plane has their pins, chosen more than once or not', () => {
  const pins = [1, 2, 3].map((id) => ({ id, name: 'p', x: id, y: 0, code: null }));
  const moved = pins.map((pin) => ({ ...pin, y: 9 }));
  expect(termsOn(moved, [pins[2]!, pins[0]!, pins[2]!])).toEqual([moved[2], moved[0], moved[2]]);
});
