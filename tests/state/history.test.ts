import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { History } from '../../src/state/history';
import type { Frame } from '../../src/worker/frameProtocol';
import type { Measures } from '../../src/worker/jobAnswers';
import { expectClose } from '../support/close';
import { frameOf } from '../support/fakeClient';

const lossFrame = (step: number, reconstruction: number, weighted: number): Frame =>
  frameOf({
    step,
    losses: { reconstruction, regulariser: 1, total: reconstruction + weighted },
    circleCoverage: step / 1e6,
  });

function filled(count: number): History {
  const history = new History();
  for (let step = 1; step <= count; step++) history.add(lossFrame(step, 1000 / step, 2));
  return history;
}

describe('History', () => {
  it('keeps what the chart shows of every frame that has losses', () => {
    const history = new History();
    history.add(lossFrame(3, 5, 0.25));
    history.add(frameOf({ step: 3, losses: null }));
    history.add(lossFrame(7, 4, 0.5));
    expect(history.points).toEqual([
      { step: 3, reconstruction: 5, weighted: 0.25, total: 5.25, circleCoverage: 3e-6 },
      { step: 7, reconstruction: 4, weighted: 0.5, total: 4.5, circleCoverage: 7e-6 },
    ]);
  });

  it('stays bounded and keeps the last point as it came', () => {
    const history = new History();
    let longest = 0;
    for (let step = 1; step <= 20_000; step++) {
      history.add(lossFrame(step, Math.sin(step), Math.cos(step)));
      longest = Math.max(longest, history.points.length);
    }
    expect(longest).toBe(1200);
    expect(history.points.length).toBeGreaterThan(500);
    expect(history.points.at(-1)!.step).toBe(20_000);
  });

  it('keeps the last point unmerged right after it has thinned, odd or even', () => {
    for (const count of [1200, 1201, 1202, 1801, 1802]) {
      expect(filled(count).points.at(-1)).toMatchObject({ step: count, reconstruction: 1000 / count });
    }
  });

  it('thins evenly: steps rise, and the mean loss is kept', () => {
    const points = filled(1201).points;
    expect(points.length).toBe(601);
    for (let i = 1; i < points.length; i++) expect(points[i]!.step).toBeGreaterThan(points[i - 1]!.step);
    let expected = 0;
    for (let step = 1; step <= 1200; step++) expected += 1000 / step;
    const merged = points.slice(0, -1).reduce((sum, point) => sum + 2 * point.reconstruction, 0);
    expectClose(merged, expected, { rel: 1e-12 }, 'sum');
  });

  it('keeps total = R + βK in every point', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4000 }), (count) => {
        for (const { reconstruction, weighted, total } of filled(count).points) {
          expectClose(total, reconstruction + weighted, { rel: 1e-12 }, 'total');
        }
      }),
      { seed: 71, numRuns: 10 },
    );
  });

  it('is empty after clear', () => {
    const history = filled(5);
    history.clear();
    expect(history.points).toEqual([]);
    history.add(lossFrame(1, 1, 1));
    expect(history.points).toHaveLength(1);
  });

  it('forgets what came after a step that the run has gone back to', () => {
    const history = filled(50);
    history.cut(20);
    expect(history.points.map(({ step }) => step)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
    history.cut(30);
    expect(history.points).toHaveLength(20);
  });

  it('never runs backwards', () => {
    const history = filled(50);
    history.add(lossFrame(30, 5, 1));
    expect(history.points.map(({ step }) => step)).toEqual(Array.from({ length: 30 }, (_, i) => i + 1));
    expect(history.points.at(-1)).toMatchObject({ step: 30, reconstruction: 5 });
  });

  it('keeps what is found of held-out images beside the rest, and forgets both together', () => {
    const history = filled(50);
    const add = (step: number, total: number): void =>
      history.addHeldOut({ step, reconstruction: 0.75 * total, total });
    for (const step of [10, 20, 30]) add(step, 100 + step);
    add(30, 8);
    expect(history.heldOut).toEqual([
      { step: 10, reconstruction: 82.5, weighted: 27.5, total: 110 },
      { step: 20, reconstruction: 90, weighted: 30, total: 120 },
      { step: 30, reconstruction: 6, weighted: 2, total: 8 },
    ]);
    history.cut(25);
    expect(history.heldOut.map(({ step }) => step)).toEqual([10, 20]);
    add(15, 1);
    expect(history.heldOut.map(({ step }) => step)).toEqual([10, 15, 20]);
    history.clear();
    expect(history.heldOut).toEqual([]);
  });

  it('thins what is found of held-out images: its points stay as they were, the last among them', () => {
    const history = new History();
    for (let step = 1; step <= 5000; step++) history.addHeldOut({ step, reconstruction: 0, total: Math.sin(step) });
    expect(history.heldOut.length).toBeGreaterThan(500);
    expect(history.heldOut.length).toBeLessThanOrEqual(1200);
    expect(history.heldOut.at(-1)!.step).toBe(5000);
    for (const { step, total } of history.heldOut) expect(total).toBe(Math.sin(step));
  });
});

describe('what was measured', () => {
  const measures = (step: number): Measures => ({ step, spread: step / 2 }) as Measures;
  const steps = (history: History): number[] => history.measured.map(({ step }) => step);

  it('is kept in the order of its steps, once for each', () => {
    const history = new History();
    for (const step of [0, 40, 20, 40]) history.measure(measures(step));
    expect(steps(history)).toEqual([0, 20, 40]);
    expect(history.measured[1]).toEqual(measures(20));
  });

  it('stays bounded, with its latest and all of its span', () => {
    const history = new History();
    for (let step = 1; step <= 5000; step++) history.measure(measures(step));
    expect(history.measured.length).toBeLessThanOrEqual(1200);
    expect(history.measured.length).toBeGreaterThan(500);
    expect(steps(history).at(-1)).toBe(5000);
    expect(steps(history)[0]).toBeLessThan(20);
  });

  it('goes with a run that is over, and with steps that a run has gone back from', () => {
    const history = new History();
    for (const step of [10, 20, 30]) history.measure(measures(step));
    history.cut(20);
    expect(steps(history)).toEqual([10, 20]);
    history.clear();
    expect(steps(history)).toEqual([]);
  });
});
