import { expect, it } from 'vitest';
import { relativeArea } from '../../src/math/relativeArea';

const others = {
  family: 'full' as const,
  mu: new Float32Array(4),
  sigma: Float32Array.of(1, 2, 3, 2),
  correlation: Float32Array.of(0, 0.6),
};

it('the area of an ellipse is that of its axes and tilt, and the mean of the others is 1', () => {
  // σ₁σ₂√(1−ρ²): 2 and 6 · 0.8; 3.4 on average.
  expect(relativeArea(others, 0, others)).toBeCloseTo(2 / 3.4, 6);
  expect(relativeArea(others, 1, others)).toBeCloseTo(4.8 / 3.4, 6);
  const boxes = { family: 'box' as const, mu: new Float32Array(2), sigma: Float32Array.of(2, 2), correlation: null };
  expect(relativeArea(boxes, 0, boxes)).toBe(1);
});

it('points have none', () => {
  const points = { family: 'point' as const, mu: new Float32Array(2), sigma: new Float32Array(2), correlation: null };
  expect(relativeArea(points, 0, points)).toBeNaN();
});
