import { expect, it } from 'vitest';
import { lift, pointsOn } from '../../src/math/planar';

it('points of the plane are a code of its two axes, in their order', () => {
  const codes = Float32Array.of(1, 2, 3, 4, 5, 6);
  expect(pointsOn(codes, 3, [0, 2])).toEqual([
    [1, 3],
    [4, 6],
  ]);
  expect(pointsOn(codes, 3, [2, 1])).toEqual([
    [3, 2],
    [6, 5],
  ]);
});

it('points of codes of one axis lie at 0 upwards', () => {
  expect(pointsOn(Float32Array.of(1, -2), 1, [0, -1])).toEqual([
    [1, 0],
    [-2, 0],
  ]);
});

it('points that are lifted come back', () => {
  for (const [d, axes] of [
    [2, [0, 1]],
    [3, [2, 0]],
    [8, [5, 7]],
  ] as const) {
    expect(pointsOn(lift(Float32Array.of(1, 2, -3, 0.5), d, axes), d, axes)).toEqual([
      [1, 2],
      [-3, 0.5],
    ]);
  }
});
