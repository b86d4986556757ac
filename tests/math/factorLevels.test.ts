import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factorLevels } from '../../src/math/factorLevels';
import { createRandom } from '../../src/math/random';

const seeded = { seed: 7, numRuns: 100 };
const UNKNOWN = 0xffff;

describe('the levels of a factor', () => {
  it('are its kinds, however many, by those that some image has', () => {
    const kinds = Float32Array.from({ length: 100 }, (_, i) => 2 * (i % 50));
    const { levels, count } = factorLevels(kinds, true);
    expect(count).toBe(50);
    expect([...levels]).toEqual([...kinds].map((kind) => kind / 2));
  });

  it('are its numbers where there are no more than 20', () => {
    expect(factorLevels(Float32Array.of(0.5, -1, 3, 0.5, -1), false)).toEqual({
      levels: Uint16Array.of(1, 0, 2, 1, 0),
      count: 3,
    });
  });

  it.each([
    [20_000, 20],
    [2000, 20],
    [500, 10],
    [125, 5],
    [21, 2],
  ])('of %i more numbers are %i, each of equally many images', (n, expected) => {
    const values = Float32Array.from({ length: n }, (_, i) => Math.cbrt((7919 * i) % n));
    const { levels, count } = factorLevels(values, false);
    expect(count).toBe(expected);
    const images = new Array(count).fill(0);
    for (const level of levels) images[level] += 1;
    expect(Math.max(...images) - Math.min(...images)).toBeLessThanOrEqual(1);
  });

  it('keep the order of the numbers and hold equal ones together', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 300 }), (values) => {
        const { levels, count } = factorLevels(values, false);
        expect(new Set(levels).size).toBe(count);
        expect(count).toBeLessThanOrEqual(20);
        for (let i = 1; i < values.length; i++) {
          expect(Math.sign(levels[i]! - levels[0]!) * Math.sign(values[i]! - values[0]!)).toBeGreaterThanOrEqual(0);
          if (values[i] === values[0]) expect(levels[i]).toBe(levels[0]);
        }
      }),
      seeded,
    );
  });

  it('leave out images of which it is not known', () => {
    const random = createRandom(3);
    const values = Float32Array.from({ length: 90 }, (_, i) => (i % 3 === 0 ? Number.NaN : random.uniform()));
    const known = values.filter((value) => !Number.isNaN(value));
    const { levels, count } = factorLevels(values, false);
    expect(levels.every((level, i) => (level === UNKNOWN) === (i % 3 === 0))).toBe(true);
    expect({ levels: levels.filter((level) => level !== UNKNOWN), count }).toEqual(factorLevels(known, false));
    expect(factorLevels([Number.NaN], false)).toEqual({ levels: Uint16Array.of(UNKNOWN), count: 0 });
  });
});
