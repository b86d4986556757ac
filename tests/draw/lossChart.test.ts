import { describe, expect, it } from 'vitest';
import { type HeldOutRow, type LossRow, layOutLoss } from '../../src/draw/lossChart';

const WIDTH = 232;
const HEIGHT = 120;

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

describe.each(CASES)('the loss chart of %s', (_, history) => {
  const { rows, x, y, steps, nats } = layOutLoss(history, [], WIDTH, HEIGHT);

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
    for (const { values, texts } of [steps, nats]) {
      expect(new Set(texts).size).toBe(values.length);
      for (const text of texts) expect(text).not.toMatch(/NaN|undefined|-|\.\d*0{5}/);
    }
    expect(nats.texts.length).toBeGreaterThan(1);
    // The margin holds the widest label.
    expect(x.range()[0]).toBeGreaterThanOrEqual(nats.width);
    expect(x.range()[1]! - x.range()[0]!).toBeGreaterThan(WIDTH / 3);
    steps.values.forEach((value, i) => {
      const half = (5.5 * steps.texts[i]!.length) / 2;
      expect(x(value) + half).toBeLessThanOrEqual(WIDTH);
      expect(x(value) - half).toBeGreaterThanOrEqual(0);
      expect(Number.isInteger(value)).toBe(true);
    });
  });
});

describe('the loss chart', () => {
  it('shows 0 beside positive losses', () => {
    expect(layOutLoss(curve(100, 20), [], WIDTH, HEIGHT).y.domain()[0]).toBe(0);
  });

  it('groups steps and shortens what is large', () => {
    expect(layOutLoss(curve(3000, 20), [], WIDTH, HEIGHT).steps.texts).toContain('2,000');
    expect(layOutLoss(curve(3000, 123_456), [], WIDTH, HEIGHT).nats.texts).toContain('200k');
    expect(layOutLoss(curve(3000, -3000), [], WIDTH, HEIGHT).nats.texts).toContain('−4,000');
    expect(layOutLoss([row(3000, 20)], [], WIDTH, HEIGHT).steps.texts).toEqual(['3,000']);
  });

  it('leaves the steep start above the picture, not the rest below', () => {
    const history = curve(3000, 20);
    history[0] = row(1, 1e6);
    const { y } = layOutLoss(history, [], WIDTH, HEIGHT);
    expect(y.domain()[1]).toBeLessThan(100);
  });

  it('thins long histories and keeps the present', () => {
    const { rows } = layOutLoss(curve(40_000, 20), [], 100, HEIGHT);
    expect(rows.length).toBeLessThan(100);
    expect(rows.at(-1)!.step).toBe(40_000);
  });

  it('has room for the curve of what is held out: above the others, before them, and alone', () => {
    const held: HeldOutRow[] = curve(3000, 20).map(({ step, total }) => ({ step, total: 3 * total }));
    for (const history of [curve(3000, 20), curve(3000, 20).slice(200), []]) {
      const { heldOut, x, y } = layOutLoss(history, held, WIDTH, HEIGHT);
      expect(heldOut.at(-1)!.step).toBe(3000);
      expect(heldOut.length).toBeLessThanOrEqual(WIDTH);
      // All but the steep start.
      for (const { step, total } of heldOut.slice(Math.ceil(heldOut.length / 8))) {
        expect(y(total)).toBeGreaterThan(0);
        expect(x(step)).toBeGreaterThanOrEqual(0);
        expect(x(step)).toBeLessThanOrEqual(WIDTH);
      }
    }
  });

  it('leaves out what is no number of a curve that is held out', () => {
    const { heldOut } = layOutLoss([row(1, 20)], [{ step: 1, total: Number.NaN }], WIDTH, HEIGHT);
    expect(heldOut).toEqual([]);
  });
});
