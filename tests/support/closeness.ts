import { expect } from 'vitest';
import type { Layout } from '../../src/model/layout';

/** Expects |actual − expected| ≤ tolerance · (the largest |expected|), element by element. */
export function expectClose(
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

/** `expectClose` for each layer's block, to the block's own scale. */
export function expectLayersClose(
  layout: Layout,
  actual: ArrayLike<number>,
  expected: ArrayLike<number>,
  tolerance: number,
): void {
  expect(actual.length).toBe(layout.size);
  const [a, e] = [Float64Array.from(actual), Float64Array.from(expected)];
  for (const { name, offset, inputs, outputs } of layout.layers) {
    const end = offset + (inputs + 1) * outputs;
    expectClose(a.subarray(offset, end), e.subarray(offset, end), tolerance, name);
  }
}
