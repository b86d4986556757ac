import { describe, expect, it } from 'vitest';
import { cyclicMark } from '../../src/draw/cyclic';
import { type Rgb, themeOf } from '../../src/draw/theme';
import { contrast, linear } from '../support/colour';

const STEPS = 16;
const ring = (dark: boolean): Rgb[] => Array.from({ length: STEPS }, (_, step) => cyclicMark(step / STEPS, dark));

type Matrix = readonly (readonly [number, number, number])[];
const times = (matrix: Matrix, vector: readonly number[]): number[] =>
  matrix.map((row) => row.reduce((sum, entry, k) => sum + entry * vector[k]!, 0));

/** From linear sRGB to OKLab, as Ottosson gives the two matrices (A perceptual color space for image processing, 2020). */
const TO_LMS: Matrix = [
  [0.4122214708, 0.5363325363, 0.0514459929],
  [0.2119034982, 0.6806995451, 0.1073969566],
  [0.0883024619, 0.2817188376, 0.6299787005],
];
const TO_LAB: Matrix = [
  [0.2104542553, 0.793617785, -0.0040720468],
  [1.9779984951, -2.428592205, 0.4505937099],
  [0.0259040371, 0.7827717662, -0.808675766],
];
const oklab = (light: readonly number[]): number[] => times(TO_LAB, times(TO_LMS, light).map(Math.cbrt));

/** How linear sRGB looks to those who do not see red, or green (Viénot, Brettel and Mollon 1999). */
const SEEN: Readonly<Record<string, Matrix>> = {
  'without red': [
    [0.11238, 0.88762, 0],
    [0.11238, 0.88762, 0],
    [0.00401, -0.00401, 1],
  ],
  'without green': [
    [0.29275, 0.70725, 0],
    [0.29275, 0.70725, 0],
    [-0.02234, 0.02234, 1],
  ],
};

const apart = (one: readonly number[], other: readonly number[]): number =>
  Math.hypot(...one.map((value, k) => value - other[k]!));

describe.each([false, true])('the cyclic scale (dark: %s)', (dark) => {
  const marks = ring(dark);

  it('has no end: a whole way round is the same colour', () => {
    for (const share of [0, 0.3, 0.9]) {
      expect(cyclicMark(share + 1, dark)).toEqual(cyclicMark(share, dark));
      expect(cyclicMark(share - 1, dark)).toEqual(cyclicMark(share, dark));
    }
  });

  it('is even all the way round: every step is as large, the one over the end too', () => {
    const steps = marks.map((mark, k) => apart(oklab(linear(mark)), oklab(linear(marks[(k + 1) % STEPS]!))));
    const mean = steps.reduce((sum, step) => sum + step, 0) / STEPS;
    expect(mean).toBeGreaterThan(0.05);
    // Whole numbers of sRGB are half a step off at most: less than a tenth of these steps.
    for (const step of steps) expect(Math.abs(step / mean - 1)).toBeLessThan(0.1);
  });

  it('stands out from the page everywhere', () => {
    for (const mark of marks) expect(contrast(mark, themeOf(dark).paper)).toBeGreaterThanOrEqual(3);
  });

  it.each(Object.keys(SEEN))('has opposite colours that are told apart %s', (eye) => {
    const seen = marks.map((mark) => oklab(times(SEEN[eye]!, linear(mark))));
    const [half, quarter] = [STEPS / 2, STEPS / 4];
    for (let k = 0; k < STEPS; k++) {
      expect(apart(seen[k]!, seen[(k + half) % STEPS]!), `opposite of ${k}`).toBeGreaterThan(0.15);
      expect(apart(seen[k]!, seen[(k + quarter) % STEPS]!), `a quarter from ${k}`).toBeGreaterThan(0.1);
    }
  });
});
