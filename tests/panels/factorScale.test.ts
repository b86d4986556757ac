import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cyclicMark } from '../../src/draw/cyclic';
import { factorMark } from '../../src/draw/sequential';
import { themeOf } from '../../src/draw/theme';
import { factorScale } from '../../src/panels/factorScale';

const theme = themeOf(false);
const scaleOf = (values: number[], period?: number) =>
  factorScale({ values: Float32Array.from(values), ...(period !== undefined && { period }) }, theme);

describe('a scale with two ends', () => {
  it('goes from the least to the largest number that is known', () => {
    expect(scaleOf([Number.NaN, 2, -1])).toMatchObject({ least: -1, most: 2 });
    expect(scaleOf([Number.NaN])).toMatchObject({ least: 0, most: 0 });
    const { colours, stops, stepOf } = scaleOf([2, 4]);
    expect([2, 3, 4].map(stepOf)).toEqual([0, 8, 15]);
    expect([colours[0], colours[15]]).toEqual([factorMark(0, false), factorMark(1, false)]);
    expect(stops).toBe(colours);
  });
});

describe('a scale of numbers that come round', () => {
  it('is of a whole period, from 0 or from half of it below', () => {
    expect(scaleOf([0.1, 3], Math.PI)).toMatchObject({ least: 0, most: Math.PI });
    expect(scaleOf([-3, 3], 2 * Math.PI)).toMatchObject({ least: -Math.PI, most: Math.PI });
  });

  it('ends as it begins, and so do its numbers', () => {
    const { colours, stops, stepOf, least, most } = scaleOf([0.1, 3], Math.PI);
    expect(colours).toEqual(Array.from({ length: 16 }, (_, k) => cyclicMark(k / 16, false)));
    expect(stops).toEqual([...colours, colours[0]]);
    expect([least, most, 0.01, Math.PI - 0.01].map(stepOf)).toEqual([0, 0, 0, 0]);
  });

  it('has for numbers that are near each other round the end the same step or the next', () => {
    const { stepOf } = scaleOf([-1, 1], 2 * Math.PI);
    fc.assert(
      fc.property(
        fc.double({ min: -Math.PI, max: Math.PI, noNaN: true }),
        fc.double({ min: 0, max: Math.PI / 8, noNaN: true }),
        (angle, turn) => {
          const next = angle + turn > Math.PI ? angle + turn - 2 * Math.PI : angle + turn;
          expect([0, 1]).toContain((stepOf(next) - stepOf(angle) + 16) % 16);
        },
      ),
      { seed: 93, numRuns: 300 },
    );
  });
});
