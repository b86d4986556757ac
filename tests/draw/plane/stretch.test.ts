import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { markText, stretchLines, stretchScale } from '../../../src/draw/plane/stretch';

const fieldArb = fc.array(fc.double({ min: -6, max: 6, noNaN: true }), { minLength: 16, maxLength: 400 });

describe('the scale of a stretch', () => {
  it('holds nearly all of the values, its marks lie within it in ascending order, and they are few', () => {
    fc.assert(
      fc.property(fieldArb, (logarithms) => {
        const values = Float32Array.from(logarithms, (value) => 10 ** value);
        const { low, high, marks } = stretchScale(values)!;
        expect(high - low).toBeGreaterThan(0.29);
        expect(high - low).toBeLessThan(4.01);
        expect(marks.length).toBeLessThanOrEqual(5);
        expect(marks).toEqual(marks.toSorted((a, b) => a - b));
        for (const mark of marks) {
          expect(Math.log10(mark)).toBeGreaterThan(low);
          expect(Math.log10(mark)).toBeLessThan(high);
        }
        // Half of a hundred above, unless so few are that none is left out.
        const above = values.filter((value) => Math.log10(value) > high + 1e-6).length;
        expect(above).toBeLessThanOrEqual(0.005 * values.length + 1);
      }),
      { seed: 8 },
    );
  });

  it('has a mark wherever the values are, though they do not differ at all', () => {
    for (let middle = -3; middle <= 3; middle += 0.01) {
      const { marks } = stretchScale(new Float32Array(9).fill(10 ** middle))!;
      expect(marks.length, `around 10^${middle}`).toBeGreaterThanOrEqual(1);
    }
  });

  it('is found once a field, however often its layers ask', () => {
    const values = Float32Array.of(1, 2, 3, 5, 8);
    const sorts = vi.spyOn(Float32Array.prototype, 'sort');
    const scale = stretchScale(values);
    for (let i = 0; i < 3; i++) expect(stretchScale(values)).toBe(scale);
    expect(sorts).toHaveBeenCalledTimes(1);
    sorts.mockRestore();
  });

  it('is the same for values that are not positive or no numbers besides', () => {
    const values = [1, 2, 3, 5, 8];
    const strays = [0, 0, Number.NaN, Number.POSITIVE_INFINITY];
    expect(stretchScale(Float32Array.of(...values, ...strays))).toEqual(stretchScale(Float32Array.from(values)));
    expect(stretchScale(Float32Array.from(strays))).toBe(null);
  });
});

it('lines of a stretch lie where it has the values of the marks, by its logarithm', () => {
  const size = 40;
  const values = Float32Array.from({ length: size * size }, (_, i) => 10 ** ((i % size) / 20));
  const scale = stretchScale(values)!;
  const lines = stretchLines(values, size, scale);
  expect(lines).toHaveLength(scale.marks.length);
  lines.forEach(({ points }, i) => {
    expect(points.length).toBeGreaterThan(2 * 30);
    points.forEach((at, k) => {
      // Columns are told from their middles.
      if (k % 2 === 0) expect(Math.abs(at - 0.5 - 20 * Math.log10(scale.marks[i]!))).toBeLessThan(1e-3);
    });
  });
});

it('marks are said as short as they are', () => {
  expect([0.03, 0.5, 1.5, 2, 200].map(markText)).toEqual(['0.03', '0.5', '1.5', '2', '200']);
});
