import fc from 'fast-check';
import { expect, it } from 'vitest';
import { allFinite } from '../../src/math/allFinite';

it('says what every and Number.isFinite say, of any values', () => {
  fc.assert(
    fc.property(fc.float32Array(), (values) => {
      expect(allFinite(values)).toBe(values.every(Number.isFinite));
    }),
  );
  expect(allFinite(Float64Array.of(1e300, -1e300, -0, 5e-324))).toBe(true);
});

it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])('is false of %f at any place', (value) => {
  for (let at = 0; at < 3; at++) expect(allFinite(new Float32Array(3).fill(value, at, at + 1))).toBe(false);
});
