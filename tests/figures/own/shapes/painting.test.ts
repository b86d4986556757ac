import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BRUSH, drawnCloud } from '../../../../src/figures/own/shapes/clouds';
import { verdictOf } from '../../../../src/figures/own/shapes/judge';
import {
  PAD,
  PAINTED,
  type Painting,
  type Place,
  paintingOf,
  paintingOn,
  touched,
} from '../../../../src/figures/own/shapes/painting';

const place = fc.tuple(
  fc.double({ min: -PAD.half, max: 0.9999 * PAD.half, noNaN: true }),
  fc.double({ min: -PAD.half, max: 0.9999 * PAD.half, noNaN: true }),
);
const work = fc.record({
  on: fc.constantFrom('', ...(['irregular', 'line', 'ring', 'disc'] as const).map(paintingOn)),
  dabs: fc.array(fc.record({ at: place, erases: fc.boolean() }), { maxLength: 30 }),
});

describe('a painted cloud as a text', () => {
  it('has the form that an address takes, and the same points whether painted or read', () => {
    fc.assert(
      fc.property(work, ({ on, dabs }) => {
        let painting: Painting = paintingOf(on, null);
        for (const { at, erases } of dabs) painting = paintingOf(touched(painting.text, at, erases), painting);
        expect(painting.text).toMatch(PAINTED);
        expect(encodeURIComponent(painting.text)).toBe(painting.text);
        expect([...paintingOf(painting.text, null).points]).toEqual([...painting.points]);
      }),
      { seed: 81, numRuns: 100 },
    );
  });

  it('has its points where the brush was, to a thousandth of the plane', () => {
    fc.assert(
      fc.property(place, (at) => {
        const { points } = paintingOf(touched('', at, false), null);
        expect(points.length).toBeGreaterThan(0);
        for (let i = 0; i < points.length; i += 2) {
          expect(Math.hypot(points[i]! - at[0], points[i + 1]! - at[1])).toBeLessThanOrEqual(BRUSH + 2e-3);
        }
      }),
      { seed: 82, numRuns: 100 },
    );
  });

  it('begins anywhere on any cloud', () => {
    const clouds = ['', ...(['irregular', 'line', 'ring', 'disc'] as const).map(paintingOn)];
    for (let x = -PAD.half; x < PAD.half; x += PAD.half / 100)
      for (const on of clouds) {
        const begun = paintingOf(touched(on, [x, 0.5], false), null);
        const before = paintingOf(on, null).points.length;
        expect(begun.points.length, begun.text).toBeGreaterThan(before);
      }
  });

  it('erases and paints by turns', () => {
    const [x, y] = drawnCloud('ring');
    const at: Place = [x!, y!];
    const broken = touched(paintingOn('ring'), at, true);
    expect(broken).toMatch(/^2\.[\w-]{4}$/);
    expect(paintingOf(broken, null).points.length).toBeLessThan(drawnCloud('ring').length);
    expect(touched(broken, at, true)).toMatch(/^2\.[\w-]{8}$/);
    expect(touched(broken, at, false)).toMatch(/^2\.[\w-]{4}~[\w-]{4}$/);
  });

  it('stays as it is where the brush is off the pad', () => {
    for (const at of [
      [PAD.half, 0],
      [0, -PAD.half - 0.01],
      [Number.NaN, 0],
    ] as Place[]) {
      expect(touched('2', at, false)).toBe('2');
    }
  });

  it('begins with what it was painted on, of which an unpainted one has the very points', () => {
    for (const name of ['irregular', 'line', 'ring', 'disc'] as const) {
      expect([...paintingOf(paintingOn(name), null).points]).toEqual([...drawnCloud(name)]);
      expect(verdictOf(paintingOf(paintingOn(name), null).points)!.shape).toBe(name);
    }
    expect(paintingOf('', null).points).toHaveLength(0);
  });

  it.each(['5', '2abc', '2.', '2+abcd', '2abcd.~abcd', 'x', '2äbcd', ' 2'])('%j is none', (text) => {
    expect(text).not.toMatch(PAINTED);
  });
});
