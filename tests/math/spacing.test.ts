import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leastMissed, progressAt, stepFurther } from '../../src/math/spacing';
import { expectClose } from '../support/close';

const beginningsOf = fc
  .uniqueArray(fc.integer({ min: 0, max: 50_000 }), { minLength: 1, maxLength: 6 })
  .map((steps) => steps.sort((a, b) => a - b));

describe('how far a run has come', () => {
  it('is the logarithm of its steps, in tens', () => {
    expect(progressAt(0, [0])).toBe(0);
    expectClose(progressAt(10, [0]), Math.LN2, { abs: 1e-12 }, 'ten steps');
    expectClose(progressAt(10_000, [0]), Math.log(1001), { abs: 1e-12 }, 'ten thousand');
    expectClose(progressAt(5010, [5000]), Math.LN2, { abs: 1e-12 }, 'from a later first step');
  });

  it('begins anew at every change', () => {
    expectClose(progressAt(1000, [0, 990]), Math.log1p(99) + Math.LN2, { abs: 1e-12 }, 'ten steps after a change');
    expect(progressAt(990, [0, 990])).toBe(progressAt(990, [0]));
  });

  it('rises with every step, whatever changes, and no change takes any of it away', () => {
    fc.assert(
      fc.property(beginningsOf, fc.integer({ min: 0, max: 60_000 }), (beginnings, past) => {
        const step = beginnings[0]! + past;
        expect(progressAt(step + 1, beginnings)).toBeGreaterThan(progressAt(step, beginnings));
        expect(progressAt(step, beginnings)).toBeGreaterThanOrEqual(progressAt(step, beginnings.slice(0, -1)) - 1e-12);
      }),
      { seed: 901 },
    );
  });

  it('has grown by a gap at the step that is said, and not one step before', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 20_000 }),
        fc.integer({ min: 0, max: 20_000 }),
        fc.double({ min: 0.001, max: 3, noNaN: true }),
        (beginning, past, gap) => {
          const step = beginning + past;
          const next = stepFurther(step, beginning, gap);
          const growth = (to: number): number => progressAt(to, [beginning]) - progressAt(step, [beginning]);
          expect(next).toBeGreaterThan(step);
          expect(growth(next)).toBeGreaterThanOrEqual(gap - 1e-9);
          if (next > step + 1) expect(growth(next - 1)).toBeLessThan(gap);
        },
      ),
      { seed: 902 },
    );
  });
});

describe('the element that is least missed', () => {
  it('leaves the smallest gap of all that may go, and is never the first or the last', () => {
    expect(leastMissed([0, 1, 1.5, 4, 9], () => true)).toEqual({ index: 1, gap: 1.5 });
    expect(leastMissed([0, 1, 1.5, 4, 9], (i) => i !== 1)).toEqual({ index: 2, gap: 3 });
    expect(leastMissed([0, 1], () => true)).toBeNull();
    expect(leastMissed([0, 1, 2], () => false)).toBeNull();
  });

  it('leaves at most twice the mean gap', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 1e-3, max: 10, noNaN: true }), { minLength: 2, maxLength: 40 }), (gaps) => {
        const progress = [0];
        for (const gap of gaps) progress.push(progress.at(-1)! + gap);
        const { gap } = leastMissed(progress, () => true)!;
        expect(gap).toBeLessThanOrEqual((2 * progress.at(-1)!) / (progress.length - 2) + 1e-9);
      }),
      { seed: 903 },
    );
  });
});
