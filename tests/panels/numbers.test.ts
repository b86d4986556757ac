import { describe, expect, it } from 'vitest';
import { coordinate, correlation, count, nats, percent, short } from '../../src/panels/numbers';

describe('nats', () => {
  it.each([
    [0, '0.000'],
    [-0, '0.000'],
    [0.034, '0.034'],
    [0.00034, '0.00034'],
    [-0.034, '−0.034'],
    [0.9996, '1.00'],
    [3.146, '3.15'],
    [9.996, '10.0'],
    [21.558, '21.6'],
    [99.96, '100.0'],
    [123.44, '123.4'],
    [999.96, '1,000'],
    [-3000.4, '−3,000'],
    [123_456.7, '123,457'],
    [3.2e12, '3.2e+12'],
    [Number.NaN, '–'],
    [Number.POSITIVE_INFINITY, '∞'],
    [Number.NEGATIVE_INFINITY, '−∞'],
  ])('%f is %s', (value, text) => {
    expect(nats(value)).toBe(text);
  });

  it('are equally wide within a power of ten', () => {
    for (const [from, to] of [
      [0.01, 0.999],
      [1, 9.99],
      [10, 99.9],
      [100, 999.9],
    ] as const) {
      const widths = new Set(Array.from({ length: 50 }, (_, i) => nats(from + ((to - from) * i) / 49).length));
      expect(widths.size).toBe(1);
    }
  });
});

describe('percent', () => {
  it.each([
    [0, '0 %'],
    [1, '100 %'],
    [0.003, '0.3 %'],
    [0.996, '99.6 %'],
    [0.994, '99 %'],
    [0.0001, '< 0.1 %'],
    [0.99999, '> 99.9 %'],
    [0.5049, '50 %'],
    [0.99949, '99.9 %'],
    [Number.NaN, '–'],
  ])('%f is %s', (share, text) => {
    expect(percent(share)).toBe(text);
  });

  it('says all and nothing of exactly that alone', () => {
    for (let share = 0; share <= 1; share += 1 / 4096) {
      expect(percent(share) === '0 %').toBe(share === 0);
      expect(percent(share) === '100 %').toBe(share === 1);
    }
  });
});

describe('coordinates', () => {
  it.each([
    [1.2345, 3.25, '1.23'],
    [-0.5, 3.25, '−0.50'],
    [0.01234567, 0.02, '0.01235'],
    [123.4, 400, '123'],
    [0, 3.25, '0.00'],
  ])('%f in a window of half side %f is %s', (value, half, text) => {
    expect(coordinate(value, half)).toBe(text);
  });

  it('tell apart what lies two pixels of a plane of 500 apart, at every zoom', () => {
    for (let half = 0.02; half <= 400; half *= 1.7) {
      expect(coordinate(half / 3, half)).not.toBe(coordinate(half / 3 + (2 * 2 * half) / 500, half));
    }
  });
});

it('correlations have hundredths, and a true minus', () => {
  expect([0.708, -0.5, 0, 1].map(correlation)).toEqual(['0.71', '−0.50', '0.00', '1.00']);
});

it('counts are grouped, parameters are short', () => {
  expect(count(4_294_967_296)).toBe('4,294,967,296');
  expect(short(0.0004)).toBe('0.0004');
  expect(short(0.30000001)).toBe('0.3');
});
