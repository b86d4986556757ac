import { describe, expect, it } from 'vitest';
import { coordinate, correlation, nats } from '../../src/panels/quantities';

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
