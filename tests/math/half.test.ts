import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fromHalves, toHalves } from '../../src/math/half';

const through = (...values: number[]): number[] => [...fromHalves(toHalves(Float32Array.from(values)))];

it('every half is itself again', () => {
  const all = Uint16Array.from({ length: 2 * 0x7c00 }, (_, i) => (i < 0x7c00 ? i : 0x8000 + i - 0x7c00));
  expect(toHalves(fromHalves(all))).toEqual(all);
  expect([...fromHalves(Uint16Array.of(0x3c00, 0xc000, 0x7bff, 0x0400, 0x0001, 0x3555))]).toEqual([
    1,
    -2,
    65504,
    2 ** -14,
    2 ** -24,
    0.333251953125,
  ]);
});

it('a single becomes the nearest half, and of two the even one', () => {
  fc.assert(
    fc.property(fc.float({ min: -65504, max: 65504, noNaN: true }), (value) => {
      const step = Math.max(2 ** -24, 2 ** (Math.floor(Math.log2(Math.abs(value) || 1)) - 10));
      expect(Math.abs(through(value)[0]! - value)).toBeLessThanOrEqual(step / 2);
    }),
    { seed: 5, numRuns: 2000 },
  );
  expect(through(1 + 2 ** -11, 1 + 3 * 2 ** -11, 1.5 * 2 ** -24, 2.5 * 2 ** -24)).toEqual([
    1,
    1 + 2 ** -9,
    2 * 2 ** -24,
    2 * 2 ** -24,
  ]);
});

it('what is too large is the largest, and what is no number stays none', () => {
  expect(through(1e9, -1e9, 65519, Number.POSITIVE_INFINITY, Number.NaN, -0)).toEqual([
    65504,
    -65504,
    65504,
    65504,
    Number.NaN,
    -0,
  ]);
});
