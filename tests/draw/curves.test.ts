import { describe, expect, it } from 'vitest';
import { type CurveRow, layOutCurves } from '../../src/draw/curves';

const WIDTH = 232;
const HEIGHT = 120;

const LOSSES = ['total', 'weighted', 'reconstruction'] as const;
type LossRow = CurveRow<(typeof LOSSES)[number]>;

const layOut = (history: readonly LossRow[], width = WIDTH) =>
  layOutCurves(history, LOSSES, { width, height: HEIGHT, ticks: 4 });

const row = (step: number, reconstruction: number, weighted = 0): LossRow => ({
  step,
  reconstruction,
  weighted,
  total: reconstruction + weighted,
});

const curve = (last: number, level: number): LossRow[] =>
  Array.from({ length: 400 }, (_, i) => row(Math.round(((i + 1) * last) / 400), level * (1 + Math.exp(-i / 40)), 2));

const CASES: readonly [name: string, rows: readonly LossRow[]][] = [
  ['nothing', []],
  ['one point, after a long step', [row(3000, 21.6, 4)]],
  ['one point at the first step', [row(1, 45)]],
  ['two points', [row(1000, 30), row(2000, 20)]],
  ['equal steps', [row(1000, 30), row(1000, 20)]],
  ['values that are all 0', [row(10, 0), row(20, 0)]],
  ['values that are all alike', [row(10, 7), row(20, 7), row(30, 7)]],
  ['all alike and negative', [row(10, -3000), row(20, -3000)]],
  ['a curve', curve(3000, 20)],
  ['losses of 10⁵ nats', curve(3000, 123_456)],
  ['losses of 10⁹ nats', curve(3000, 1.2e9)],
  ['losses below a thousandth', curve(3000, 0.00012)],
  ['negative losses', curve(3000, -3000)],
  ['ten-digit steps', curve(4_294_967_296, 20)],
  ['one ten-digit step', [row(4_294_967_296, 20)]],
  ['a few late steps', [row(4_294_967_000, 20), row(4_294_967_296, 19)]],
  [
    'numbers that are none among others',
    [row(1, Number.NaN), row(2, 20), row(3, Number.POSITIVE_INFINITY), row(4, 19)],
  ],
];

describe.each(CASES)('curves of %s', (_, history) => {
  const { rows, x, y, steps, values: labels } = layOut(history);

  it('has all of its points inside', () => {
    expect(rows.length > 0).toBe(history.some(({ total }) => Number.isFinite(total)));
    for (const { step, total, reconstruction, weighted } of rows) {
      expect(x(step)).toBeGreaterThanOrEqual(0);
      expect(x(step)).toBeLessThanOrEqual(WIDTH);
      for (const value of [total, reconstruction, weighted]) expect(y(value)).toBeLessThanOrEqual(HEIGHT);
    }
    // The present is never cut off at the top.
    const last = rows.at(-1);
    if (last !== undefined && rows.length > 50) expect(y(last.total)).toBeGreaterThan(0);
  });

  it('has labels that are short, differ and have room', () => {
    for (const { values, texts } of [steps, labels]) {
      expect(new Set(texts).size).toBe(values.length);
      for (const text of texts) expect(text).not.toMatch(/NaN|undefined|-|\.\d*0{5}/);
    }
    expect(labels.texts.length).toBeGreaterThan(1);
    // The margin holds the widest label.
    expect(x.range()[0]).toBeGreaterThanOrEqual(labels.width);
    expect(x.range()[1]! - x.range()[0]!).toBeGreaterThan(WIDTH / 3);
    steps.values.forEach((value, i) => {
      const half = (5.5 * steps.texts[i]!.length) / 2;
      expect(x(value) + half).toBeLessThanOrEqual(WIDTH);
      expect(x(value) - half).toBeGreaterThanOrEqual(0);
      expect(Number.isInteger(value)).toBe(true);
    });
  });
});

describe('curves', () => {
  it('shows 0 beside positive losses', () => {
    expect(layOut(curve(100, 20)).y.domain()[0]).toBe(0);
  });

  it('groups steps and shortens what is large', () => {
    expect(layOut(curve(3000, 20)).steps.texts).toContain('2,000');
    expect(layOut(curve(3000, 123_456)).values.texts).toContain('200k');
    expect(layOut(curve(3000, -3000)).values.texts).toContain('−4,000');
    expect(layOut([row(3000, 20)]).steps.texts).toEqual(['3,000']);
  });

  it('leaves the steep start above the picture, not the rest below', () => {
    const history = curve(3000, 20);
    history[0] = row(1, 1e6);
    const { y } = layOut(history);
    expect(y.domain()[1]).toBeLessThan(100);
  });

  it('thins long histories and keeps the present', () => {
    const { rows } = layOut(curve(40_000, 20), 100);
    expect(rows.length).toBeLessThan(100);
    expect(rows.at(-1)!.step).toBe(40_000);
  });

  it('leave out what is no number of their own, and name counts by whole numbers', () => {
    const history = [1, 2, 3].map((step) => ({ step, axes: 2, kl: step === 2 ? Number.POSITIVE_INFINITY : step }));
    const place = { width: WIDTH, height: 80, ticks: 3 };
    expect(layOutCurves(history, ['kl'], place).rows).toHaveLength(2);
    const { rows, values } = layOutCurves(history, ['axes'], { ...place, whole: true });
    expect(rows).toHaveLength(3);
    for (const value of values.values) expect(Number.isInteger(value)).toBe(true);
  });
});
