import { expect } from 'vitest';
import type { Layout } from '../../src/model/layout';

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

/** Fails unless |actual − expected| ≤ tolerance · (the largest |expected|) for every element. */
export function expectNear(
  actual: ArrayLike<number>,
  expected: ArrayLike<number>,
  tolerance: number,
  what = 'values',
): void {
  expect(actual.length, `length of ${what}`).toBe(expected.length);
  let scale = 0;
  let worst = 0;
  let at = 0;
  for (let i = 0; i < expected.length; i++) {
    scale = Math.max(scale, Math.abs(expected[i]!));
    const difference = Math.abs(actual[i]! - expected[i]!);
    const error = Number.isNaN(difference) ? Infinity : difference;
    if (error > worst) [worst, at] = [error, i];
  }
  const bound = tolerance * Math.max(scale, Number.MIN_VALUE);
  expect(worst <= bound, `${what}[${at}] is ${actual[at]}, expected ${expected[at]} within ${bound}`).toBe(true);
}

/** `expectNear` for the weights and the biases of each layer and for ln σ̃², each to a scale of their own. */
export function expectLayersClose(
  layout: Layout,
  actual: ArrayLike<number>,
  expected: ArrayLike<number>,
  tolerance: number,
): void {
  expect(actual.length).toBe(layout.size);
  const [a, e] = [Float64Array.from(actual), Float64Array.from(expected)];
  for (const { name, offset, inputs, outputs } of layout.layers) {
    const bias = offset + inputs * outputs;
    const end = bias + outputs;
    expectNear(a.subarray(offset, bias), e.subarray(offset, bias), tolerance, `weights of ${name}`);
    expectNear(a.subarray(bias, end), e.subarray(bias, end), tolerance, `biases of ${name}`);
  }
  expectNear(a.subarray(layout.observation), e.subarray(layout.observation), tolerance, 'ln σ̃²');
}
