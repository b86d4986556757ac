import { expect, it } from 'vitest';
import { linesOf, linesOfPlane } from '../../../../src/figures/own/pca/mesh';

it('a mesh has lines of both axes, of which the middle ones are the axes themselves', () => {
  const lines = linesOf({ lines: 10, mesh: Float32Array.from({ length: 10 * 4 * 3 }, (_, at) => at) });
  expect(lines.map(({ along }) => along)).toEqual([0, 0, 0, 0, 0, 1, 1, 1, 1, 1]);
  expect(lines.flatMap(({ isAxis }, at) => (isAxis ? [at] : []))).toEqual([2, 7]);
  expect(lines[1]!.points).toEqual([
    [12, 13, 14],
    [15, 16, 17],
    [18, 19, 20],
    [21, 22, 23],
  ]);
});

it('PCA has a plane with axes at right angles, two standard deviations long on either side', () => {
  const lines = linesOfPlane([3, 2, 1]);
  expect(lines).toHaveLength(10);
  const [first, second] = lines.filter(({ isAxis }) => isAxis);
  expect(first!.points).toEqual([
    [-6, 0, 0],
    [6, 0, 0],
  ]);
  expect(second!.points).toEqual([
    [0, -4, 0],
    [0, 4, 0],
  ]);
  for (const { points } of lines) for (const [, , side] of points) expect(side).toBe(0);
});
