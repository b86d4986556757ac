import { expect, it } from 'vitest';
import { meanAndDeviation } from '../../src/math/deviation';

it('gives mean and standard deviation of a sample', () => {
  // Sum 40, squares from 5: 9 + 1 + 1 + 1 + 0 + 0 + 4 + 16 = 32, over 7.
  const { mean, deviation } = meanAndDeviation([2, 4, 4, 4, 5, 5, 7, 9]);
  expect(mean).toBeCloseTo(5, 12);
  expect(deviation).toBeCloseTo(Math.sqrt(32 / 7), 12);
  expect(meanAndDeviation([3, 3])).toEqual({ mean: 3, deviation: 0 });
});
