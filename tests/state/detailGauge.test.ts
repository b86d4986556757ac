import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FULL } from '../../src/state/detail';
import { DETAILS, DetailGauge } from '../../src/state/detailGauge';

/** Seconds of animation frames that come every `interval` ms. @returns the detail after each second */
function seconds(gauge: DetailGauge, count: number, interval: (second: number) => number): number[] {
  const levels: number[] = [];
  for (let second = 0; second < count; second++) {
    const ms = interval(second);
    for (let time = 0; time < 1000; time += ms) gauge.note(ms);
    levels.push(DETAILS.indexOf(gauge.detail));
  }
  return levels;
}

describe('the detail that a page can afford', () => {
  it('is all of it where frames come in time', () => {
    expect(new Set(seconds(new DetailGauge(), 60, () => 1000 / 60))).toEqual(new Set([0]));
    expect(new DetailGauge().detail).toBe(FULL);
  });

  it('becomes less, level by level, before a frame takes a thirtieth of a second', () => {
    const gauge = new DetailGauge();
    const levels = seconds(gauge, 20, () => 60 - 10 * DETAILS.indexOf(gauge.detail));
    expect(levels).toEqual(levels.toSorted());
    expect(levels.at(-1)).toBe(DETAILS.length - 1);
    const slightly = new DetailGauge();
    expect(seconds(slightly, 20, () => (slightly.detail === FULL ? 30 : 25)).at(-1)).toBe(1);
  });

  it('is all of it where less makes frames no faster, and less is tried again after a minute', () => {
    const levels = seconds(new DetailGauge(), 120, () => 45);
    const full = levels.flatMap((level, second) => (level === 0 ? [second] : []));
    expect(full.length).toBeGreaterThan(100);
    expect(Math.max(...levels)).toBe(DETAILS.length - 1);
    expect(levels.slice(60, 80)).toContain(1);
  });

  it('stays where frames are neither late nor early', () => {
    const gauge = new DetailGauge();
    seconds(gauge, 2, () => 40);
    expect(gauge.detail).not.toBe(FULL);
    const { detail } = gauge;
    seconds(gauge, 60, () => 25);
    expect(gauge.detail).toBe(detail);
  });

  it('stays where more than two of sixty frames are missing', () => {
    const gauge = new DetailGauge();
    seconds(gauge, 2, () => 40);
    const { detail } = gauge;
    expect(detail).not.toBe(FULL);
    seconds(gauge, 60, () => 1000 / 57);
    expect(gauge.detail).toBe(detail);
    seconds(gauge, 60, () => 1000 / 58);
    expect(gauge.detail).toBe(FULL);
  });

  it('is all again once frames come in time for a while', () => {
    const gauge = new DetailGauge();
    seconds(gauge, 10, () => (gauge.detail === FULL ? 50 : 35));
    expect(gauge.detail).toBe(DETAILS.at(-1));
    expect(seconds(gauge, 30, () => 1000 / 60).at(-1)).toBe(0);
  });

  it('is no more while the page is used, and less all the same', () => {
    const gauge = new DetailGauge();
    for (let i = 0; i < 30; i++) gauge.note(40, true);
    const { detail } = gauge;
    expect(detail).not.toBe(FULL);
    for (let i = 0; i < 2000; i++) gauge.note(16, true);
    expect(gauge.detail).toBe(detail);
    expect(seconds(gauge, 30, () => 16).at(-1)).toBe(0);
  });

  it('is all again where less is no help, but not while the page is used', () => {
    const gauge = new DetailGauge();
    for (let i = 0; i < 1000; i++) gauge.note(40, true);
    expect(gauge.detail).toBe(DETAILS.at(-1));
    for (let i = 0; i < 30; i++) gauge.note(40);
    expect(gauge.detail).toBe(FULL);
  });

  it('waits twice as long each time, up to a minute, before it tries again what was too much', () => {
    const gauge = new DetailGauge();
    const levels = [0, ...seconds(gauge, 400, () => (gauge.detail === FULL ? 40 : 1000 / 60))];
    const changes = levels.flatMap((now, i) => (i > 0 && now !== levels[i - 1] ? [{ i, now }] : []));
    const waits = changes.flatMap(({ i, now }, k) => (k > 0 && now === 0 ? [i - changes[k - 1]!.i] : []));
    expect(waits.slice(0, 6).map((wait, k) => wait / Math.min(64, 4 * 2 ** k))).toEqual(
      Array.from({ length: 6 }, () => expect.closeTo(1, 0)),
    );
  });

  it('says nothing of a page that stood still, nor goes beyond its levels', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0.1, max: 5000, noNaN: true }), { maxLength: 500 }), (intervals) => {
        const gauge = new DetailGauge();
        for (const interval of intervals) {
          const before = gauge.detail;
          const changed = gauge.note(interval);
          expect(DETAILS).toContain(gauge.detail);
          expect(changed).toBe(gauge.detail !== before);
          if (interval >= 1000) expect(changed).toBe(false);
        }
      }),
    );
  });
});
