import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Line, shareOf, stopAt, stopOfKey, stopsOf } from '../../../src/panels/timeline/placed';
import type { TimelineMark } from '../../../src/worker/timelineProtocol';

const branchAt = (step: number): TimelineMark => ({ step, kind: 'branch' });

const lineOf = (steps: readonly number[], newest: number, events: readonly number[] = []): Line => ({
  moments: steps.map((step) => ({ step, isWhole: true, bytes: 1 })),
  marks: events.map(branchAt),
  beginnings: [steps[0]!],
  former: null,
  at: null,
  keepsFormer: true,
  lostFormer: false,
  newest,
});

const anyLine = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 0, max: 20_000 }), { minLength: 1, maxLength: 30 }),
    fc.integer({ min: 0, max: 500 }),
  )
  .map(([steps, more]) => {
    const sorted = steps.sort((a, b) => a - b);
    return lineOf(sorted, sorted.at(-1)! + more);
  });

describe('places on a line', () => {
  it('run from its beginning to the newest step, and lead back to their moments', () => {
    fc.assert(
      fc.property(anyLine, (line) => {
        const stops = stopsOf(line);
        const shares = stops.map((step) => shareOf(step, line));
        expect(shares.at(-1)).toBe(1);
        if (stops.length > 1) expect(shares[0]).toBe(0);
        for (let i = 1; i < shares.length; i++) expect(shares[i]!).toBeGreaterThan(shares[i - 1]!);
        stops.forEach((step, i) => {
          expect(stopAt(shares[i]!, line)).toBe(step);
        });
      }),
      { seed: 921 },
    );
  });

  it('have as much room for the first ten steps as for nine times as many after 90', () => {
    const line = lineOf([0], 990);
    expect(shareOf(10, line)).toBeCloseTo(Math.LN2 / Math.log(100), 12);
    expect(shareOf(90, line)).toBeCloseTo(0.5, 12);
  });
});

describe('keys', () => {
  const line = lineOf([0, 10, 20, 40], 50, [20]);

  it('lead to the moment before and after, to events, and to both ends', () => {
    const from = (step: number): (number | null)[] =>
      ['ArrowLeft', 'ArrowRight', 'PageDown', 'PageUp', 'Home', 'End'].map((key) => stopOfKey(key, step, line));
    expect(from(20)).toEqual([10, 40, 0, 50, 0, 50]);
    expect(from(40)).toEqual([20, 50, 20, 50, 0, 50]);
    expect(from(0)).toEqual([0, 10, 0, 20, 0, 50]);
    expect(from(50)).toEqual([40, 50, 20, 50, 0, 50]);
  });

  it('lead past events whose moments have gone', () => {
    const thinned = lineOf([0, 10, 40], 50, [12, 28, 38]);
    const from = (step: number): (number | null)[] =>
      ['PageDown', 'PageUp'].map((key) => stopOfKey(key, step, thinned));
    expect(from(0)).toEqual([0, 10]);
    expect(from(10)).toEqual([0, 40]);
    expect(from(40)).toEqual([10, 50]);
    expect(from(50)).toEqual([40, 50]);
  });

  it('lead to moments that can be gone to, on and on until an end is reached', () => {
    const withEvents = fc
      .tuple(anyLine, fc.array(fc.integer({ min: 0, max: 20_500 }), { maxLength: 8 }))
      .map(([line, events]) => ({
        ...line,
        marks: events
          .sort((a, b) => a - b)
          .map((step) => branchAt(Math.max(line.moments[0]!.step, Math.min(step, line.newest)))),
      }));
    fc.assert(
      fc.property(withEvents, (any) => {
        const stops = stopsOf(any);
        for (const step of stops) {
          const [before, after] = ['PageDown', 'PageUp'].map((key) => stopOfKey(key, step, any)!);
          expect(stops).toContain(before);
          expect(stops).toContain(after);
          if (step > stops[0]!) expect(before).toBeLessThan(step);
          if (step < any.newest) expect(after).toBeGreaterThan(step);
        }
      }),
      { seed: 923 },
    );
  });

  it('of other kinds lead nowhere', () => {
    for (const key of ['Tab', 'Enter', 'a', ' ']) expect(stopOfKey(key, 20, line)).toBeNull();
  });

  it('reach every moment, one after the other', () => {
    fc.assert(
      fc.property(anyLine, (any) => {
        const stops = stopsOf(any);
        for (let i = 1; i < stops.length; i++) {
          expect(stopOfKey('ArrowUp', stops[i - 1]!, any)).toBe(stops[i]);
          expect(stopOfKey('ArrowDown', stops[i]!, any)).toBe(stops[i - 1]);
        }
      }),
      { seed: 922 },
    );
  });
});
