import { describe, expect, it } from 'vitest';
import { type CurveRow, curveSet, layOutCurves } from '../../src/draw/curves';

const WIDTH = 232;
const HEIGHT = 120;

const LOSSES = ['total', 'weighted', 'reconstruction'] as const;
type LossRow = CurveRow<(typeof LOSSES)[number]>;

const layOut = (history: readonly LossRow[], width = WIDTH) =>
  layOutCurves([curveSet(LOSSES, history)], { width, height: HEIGHT, ticks: 4 });

/** The steps of the points of a curve. */
const stepsOf = ({ curves }: ReturnType<typeof layOut>, which = 0): number[] =>
  curves[which]!.points.map(({ step }) => step);

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
  const { curves, x, y, steps, values: labels } = layOut(history);

  it('has all of its points inside', () => {
    for (const { name, points } of curves) {
      expect(points.length > 0, name).toBe(history.some(({ total }) => Number.isFinite(total)));
      for (const { step, value } of points) {
        expect(x(step)).toBeGreaterThanOrEqual(0);
        expect(x(step)).toBeLessThanOrEqual(WIDTH);
        expect(y(value)).toBeLessThanOrEqual(HEIGHT);
      }
    }
    // The present is never cut off at the top.
    const [total] = curves;
    const last = total!.points.at(-1);
    if (last !== undefined && total!.points.length > 50) expect(y(last.value)).toBeGreaterThan(0);
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

  it('has the first steps above it, unless they are to be on it', () => {
    const rows = [row(1, 400), ...Array.from({ length: 30 }, (_, i) => row(i + 2, 20))];
    const topOf = (unclipped: boolean): number =>
      layOutCurves([curveSet(LOSSES, rows)], { width: WIDTH, height: HEIGHT, ticks: 4, unclipped }).y.domain()[1];
    expect(topOf(false)).toBeLessThan(40);
    expect(topOf(true)).toBeGreaterThanOrEqual(400);
  });

  it('thins long histories and keeps the present', () => {
    const steps = stepsOf(layOut(curve(40_000, 20), 100));
    expect(steps.length).toBeLessThan(100);
    expect(steps.at(-1)).toBe(40_000);
  });

  it('leave out what is no number of their own, name counts by whole numbers, and end where they have to', () => {
    const history = [1, 2, 3].map((step) => ({
      step,
      axes: 2,
      kl: step === 2 ? Number.POSITIVE_INFINITY : step,
      share: 1,
    }));
    const place = { width: WIDTH, height: 80, ticks: 3 };
    expect(stepsOf(layOutCurves([curveSet(['kl'], history)], place))).toEqual([1, 3]);
    const axes = layOutCurves([curveSet(['axes'], history)], { ...place, whole: true });
    expect(stepsOf(axes)).toEqual([1, 2, 3]);
    for (const value of axes.values.values) expect(Number.isInteger(value)).toBe(true);
    expect(layOutCurves([curveSet(['share'], history)], { ...place, most: 1 }).y.domain()).toEqual([0, 1]);
  });

  it('have room for a set of other steps: above the others, before them, and alone', () => {
    const held = curve(3000, 20).map(({ step, total }) => ({ step, held: 3 * total }));
    for (const history of [curve(3000, 20), curve(3000, 20).slice(200), []]) {
      const sets = [curveSet(LOSSES, history), curveSet(['held'], held)];
      const { curves, x, y } = layOutCurves(sets, { width: WIDTH, height: HEIGHT, ticks: 4 });
      const { points } = curves.find(({ name }) => name === 'held')!;
      expect(points.at(-1)!.step).toBe(3000);
      expect(points.length).toBeLessThanOrEqual(WIDTH);
      // All but the steep start.
      for (const { step, value } of points.slice(Math.ceil(points.length / 8))) {
        expect(y(value)).toBeGreaterThan(0);
        expect(x(step)).toBeGreaterThanOrEqual(0);
        expect(x(step)).toBeLessThanOrEqual(WIDTH);
      }
    }
  });
});

describe('curves beside others', () => {
  const [low, high] = [curve(1000, 20), curve(3000, 80)];
  const beside = (own: readonly LossRow[], other: readonly LossRow[]) =>
    layOutCurves([curveSet(LOSSES, own)], {
      width: WIDTH,
      height: HEIGHT,
      ticks: 4,
      beside: [curveSet(LOSSES, other)],
    });

  it('have the same axes, and draw their own points alone', () => {
    const [one, two] = [beside(low, high), beside(high, low)];
    expect(one.y.domain()).toEqual(two.y.domain());
    expect(one.x.domain()).toEqual(two.x.domain());
    expect(one.x.range()).toEqual(two.x.range());
    expect(one.y.domain()).not.toEqual(layOut(low).y.domain());
    expect(stepsOf(one)).toEqual(stepsOf(layOut(low)));
    expect(stepsOf(two)).toEqual(stepsOf(layOut(high)));
  });

  it('are where they are alone when the others have no points yet', () => {
    expect(beside(low, []).y.domain()).toEqual(layOut(low).y.domain());
    expect(beside(low, []).x.domain()).toEqual(layOut(low).x.domain());
  });
});
