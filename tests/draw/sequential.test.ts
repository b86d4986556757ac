import { expect, it } from 'vitest';
import { factorMark, priorMark, sequential } from '../../src/draw/sequential';
import { themeOf } from '../../src/draw/theme';
import { contrast, lightness } from '../support/colour';

it.each([false, true])('the sequential scale is even in lightness, away from the page (dark: %s)', (dark) => {
  const scale = Array.from({ length: 11 }, (_, i) => lightness(sequential(i / 10, dark)));
  const steps = scale.slice(1).map((value, i) => (dark ? value - scale[i]! : scale[i]! - value));
  const mean = steps.reduce((sum, step) => sum + step / steps.length, 0);
  expect(mean).toBeGreaterThan(3);
  // Rounding to whole numbers of sRGB is half a step of lightness at most; OKLab and L* differ by little.
  for (const step of steps) expect(Math.abs(step / mean - 1)).toBeLessThan(0.25);
  // Its low end can hardly be told from the page.
  expect(Math.abs(scale[0]! - lightness(themeOf(dark).paper))).toBeLessThan(10);
});

it.each([false, true])('ink can be read on all of the sequential scale (dark: %s)', (dark) => {
  const { ink } = themeOf(dark);
  for (let share = 0; share <= 1; share += 0.1) {
    expect(contrast(ink, sequential(share, dark)), `at ${share}`).toBeGreaterThan(4.5);
  }
});

it.each([
  ['the prior’s hue', priorMark, false],
  ['the prior’s hue', priorMark, true],
  ['a factor', factorMark, false],
  ['a factor', factorMark, true],
] as const)('marks of %s stand out from the page, each more than the one before (%o, dark: %s)', (_, markAt, dark) => {
  const page = themeOf(dark).paper;
  const contrasts = Array.from({ length: 8 }, (_, i) => contrast(markAt(i / 7, dark), page));
  expect(Math.min(...contrasts)).toBeGreaterThanOrEqual(3);
  for (let i = 1; i < contrasts.length; i++) expect(contrasts[i]! / contrasts[i - 1]!).toBeGreaterThan(1.1);
});

it.each([false, true])('steps of the scale of factors are told apart (dark: %s)', (dark) => {
  const scale = Array.from({ length: 16 }, (_, i) => factorMark(i / 15, dark));
  for (const [i, colour] of scale.slice(1).entries()) {
    const [before, after] = [scale[i]!, colour];
    expect(Math.hypot(...after.map((channel, k) => channel - before[k]!)), `step ${i}`).toBeGreaterThan(8);
    expect(Math.abs(lightness(after) - lightness(before)), `lightness of step ${i}`).toBeGreaterThan(1);
  }
});
