import { describe, expect, it } from 'vitest';
import { count, percent, short } from '../../src/panels/numbers';

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

it('counts are grouped, parameters are short', () => {
  expect(count(4_294_967_296)).toBe('4,294,967,296');
  expect(short(0.0004)).toBe('0.0004');
  expect(short(0.30000001)).toBe('0.3');
});
