import { expect } from 'vitest';

export interface Tolerance {
  /** Allowed error as a share of |expected|. */
  readonly rel?: number;
  /** Allowed absolute error; the larger of the two counts. */
  readonly abs?: number;
}

/** Fails unless |actual − expected| ≤ max(abs, rel·|expected|). Infinities must be equal; NaN is close to nothing. */
export function expectClose(actual: number, expected: number, tolerance: Tolerance, label = 'value'): void {
  const { rel = 0, abs = 0 } = tolerance;
  const allowed = Math.max(abs, rel * Math.abs(expected));
  const error = actual === expected ? 0 : Math.abs(actual - expected);
  if (error <= allowed) return;
  expect.fail(`${label}: ${actual} is not ${expected}: error ${error}, allowed ${allowed}`);
}

/** The same for every element; the lengths must agree. */
export function expectAllClose(
  actual: ArrayLike<number>,
  expected: ArrayLike<number>,
  tolerance: Tolerance,
  label = 'value',
): void {
  expect(actual.length, `${label}: length`).toBe(expected.length);
  for (let i = 0; i < expected.length; i++) expectClose(actual[i]!, expected[i]!, tolerance, `${label}[${i}]`);
}
