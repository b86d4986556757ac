import { describe, expect, it } from 'vitest';
import { decimalsOf, fixed, scientific, shortened, significant } from '../../src/draw/decimals';

describe('decimals', () => {
  it.each([
    [fixed(1234.5, 2), '1,234.50'],
    [fixed(-0.04, 1), '0.0'],
    [fixed(-0.05, 2), '−0.05'],
    [fixed(-0, 0), '0'],
    [significant(0.00012345, 3), '0.000123'],
    [significant(1234, 3), '1230'],
    [significant(-2, 3), '−2'],
    [significant(0, 3), '0'],
    [significant(1.5e-9, 3), '1.5e−9'],
    [scientific(-3.2e12, 4), '−3.2e+12'],
    [scientific(1.23456e-9, 4), '1.235e−9'],
  ])('%s', (written, expected) => expect(written).toBe(expected));
});

describe('shortened', () => {
  it.each([
    [[0, 50_000, 100_000, 150_000], 50_000, ['0k', '50k', '100k', '150k']],
    [[1_000_000, 1_500_000, 2_000_000], 500_000, ['1M', '1.5M', '2M']],
    [[-2e9, -1e9, 1e9], 1e9, ['−2G', '−1G', '1G']],
    [[4_294_967_200, 4_294_967_300], 100, ['4.2949672G', '4.2949673G']],
    [[1e30], 1e30, ['1000000Y']],
  ])('%j', (values, step, expected) => {
    const largest = Math.max(...values.map(Math.abs));
    expect(values.map(shortened(largest, step))).toEqual(expected);
  });
});

it('has the decimals that tell a step apart', () => {
  expect([100, 1, 0.5, 0.02, 0.001].map(decimalsOf)).toEqual([0, 0, 1, 2, 3]);
});
