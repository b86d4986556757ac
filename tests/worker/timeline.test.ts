import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromHalves } from '../../src/math/half';
import { progressAt } from '../../src/math/spacing';
import { createLayout } from '../../src/model/layout';
import type { TrainerState } from '../../src/model/trainer';
import type { MomentSizes } from '../../src/worker/momentRoom';
import { Timeline } from '../../src/worker/timeline';
import type { KeptMoment, TrainingSettings, WholeMoment } from '../../src/worker/timelineProtocol';
import { plainHyper } from '../support/models';

const BUDGET = 20e6;

const settingsOf = (beta: number): TrainingSettings => ({ hyper: { ...plainHyper, beta }, batchSize: 16 });

const trainerAt = (step: number, epochs = 1): TrainerState => ({
  step,
  epochs,
  order: Uint32Array.of(epochs, 0, 2),
  cursor: 0,
  batches: { words: [1, 2, 3, 4], spare: null },
  noise: { words: [1, 2, 3, 4], spare: null },
});

/** Bytes of a moment that is kept whole, and of one that is kept to be looked at, for each parameter. */
const WHOLE = 12;
const SEEN = 2;

/** @param count how many there are */
const parametersAt = (step: number, count: number) => ({
  architecture: { inputs: 1, hidden: [], latent: 1, activation: 'relu' as const },
  values: new Float32Array(count).fill(step / 3),
  first: new Float32Array(count),
  second: new Float32Array(count),
  step,
});

const firstOf = (beta = 0): WholeMoment => ({ parameters: null, trainer: trainerAt(0), settings: settingsOf(beta) });

/** A moment that was loaded. */
const loadedAt = (step: number, count: number): WholeMoment => ({
  parameters: parametersAt(step, count),
  trainer: trainerAt(step),
  settings: settingsOf(0),
});

const sizesOf = (count: number): MomentSizes => ({ whole: WHOLE * count, seen: SEEN * count });

/** A timeline of a run, from its seed unless another moment is its first, and how it is trained. */
function create(count = 100, budget = BUDGET, first = firstOf()) {
  const timeline = new Timeline(budget, sizesOf(count), first);
  let beta = 0;
  let most = 0;
  let taken = 0;
  const keep = (step: number, isNewest = false): void => {
    taken += 1;
    const ticket = timeline.taking(step, settingsOf(beta), isNewest);
    timeline.add({ parameters: parametersAt(step, count), trainer: trainerAt(step) }, ticket);
    most = Math.max(most, timeline.bytes);
  };
  return {
    timeline,
    keep,
    train(from: number, to: number): void {
      for (let step = from + 1; step <= to; step++) if (timeline.isDue(step)) keep(step);
    },
    /** The reader moves a slider. */
    set(step: number, to: number, now: number): void {
      const before = settingsOf(beta);
      beta = to;
      if (timeline.configured(step, before, settingsOf(to), now)) keep(step);
    },
    get settings(): TrainingSettings {
      return settingsOf(beta);
    },
    /** Bytes at most, and how many moments were taken. */
    cost: () => ({ most, taken }),
    steps: () => timeline.keep().line.moments.map(({ trainer }) => trainer.step),
    /** Those of moments that can be gone on from. */
    whole: () => wholeOf(timeline.keep().line.moments),
    marks: () => timeline.keep().line.marks.map(({ step, kind }) => [step, kind]),
  };
}

const wholeOf = (moments: readonly KeptMoment[]): number[] =>
  moments.filter((moment) => 'parameters' in moment).map(({ trainer }) => trainer.step);

/** How far the run comes from each moment to the next, and from the last to a step. */
function gaps(steps: readonly number[], beginnings: readonly number[], end: number): number[] {
  const progress = [...steps, end].map((step) => progressAt(step, beginnings));
  return progress.slice(1).map((value, i) => value - progress[i]!);
}

const countOf = (inputs: number, hidden: readonly number[]): number =>
  createLayout({ inputs, hidden, latent: 2, activation: 'relu' }).size;

describe('the moments of a run', () => {
  it.each([
    ['64-64-2', countOf(64, [64]), 100, 100],
    ['256-64-2', countOf(256, [64]), 120, 20],
    ['784-256-2', countOf(784, [256]), 13, 2],
    ['784-64-2', countOf(784, [64]), 50, 7],
    ['784-512-256-2', countOf(784, [512, 256]), 4, 1],
  ])('of %s stay below 20 MB through 10,000 steps, the first among them', (_, count, least, leastWhole) => {
    const { train, steps, whole, cost, timeline, keep } = create(count);
    train(0, 10_000);
    expect(steps()[0]).toBe(0);
    expect(steps().length).toBeGreaterThanOrEqual(least);
    expect(whole().length).toBeGreaterThanOrEqual(leastWhole);
    // The newest as well, when the reader leaves it.
    keep(10_000, true);
    timeline.go({ kind: 'step', step: 0 });
    expect(steps().at(-1)).toBe(10_000);
    expect(cost().most).toBeLessThanOrEqual(BUDGET);
    expect(timeline.bytes).toBeLessThanOrEqual(BUDGET);
    // Taking one costs about as much as a step.
    expect(cost().taken).toBeLessThan(200);
  });

  it.each([
    [2430, false],
    [2611, false],
    [2612, true],
    [3100, true],
    [9000, true],
  ])('are taken in %i bytes beside a loaded one of 1212 only where one can stay', (budget, fits) => {
    const { train, set, steps, cost, timeline } = create(100, budget, loadedAt(0, 100));
    train(0, 500);
    set(500, 1, 0);
    train(500, 3000);
    expect(steps().length > 1).toBe(fits);
    expect(cost().taken > 0).toBe(fits);
    expect(cost().taken).toBeLessThan(200);
    expect(timeline.bytes).toBeLessThanOrEqual(budget - 1200);
  });

  it('lie about as far apart as the run comes, whatever changes and when', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 4999 }), { maxLength: 4 }),
        fc.integer({ min: 3, max: 1700 }),
        (changes, count) => {
          const run = create(count, 400_000);
          const beginnings = [0, ...changes.sort((a, b) => a - b)];
          beginnings.slice(1).forEach((step, i) => {
            run.train(beginnings[i]!, step);
            run.set(step, i + 1, 10_000 * (i + 1));
          });
          run.train(beginnings.at(-1)!, 5000);
          const steps = run.steps();
          expect(steps).toEqual([...steps].sort((a, b) => a - b));
          expect(new Set(steps).size).toBe(steps.length);
          // What goes is missed least of those to be looked at that are not marked: it leaves at most twice their mean gap.
          // Before any has gone, they lie as far apart as there is room, in whole steps.
          const far = progressAt(5000, beginnings);
          const seen = steps.length - run.whole().length;
          const thinned = seen === 0 ? 0 : (2 * far) / Math.max(1, seen - changes.length);
          const room = 400_000 - WHOLE * count;
          const wholes = Math.floor(room / 2 / (WHOLE * count));
          const most = wholes + (room - wholes * WHOLE * count) / (SEEN * count);
          const full = Math.max(0.04, 7 / most) + Math.log(1.1);
          expect(Math.max(...gaps(steps, beginnings, 5000))).toBeLessThanOrEqual(Math.max(thinned, full) + 1e-9);
        },
      ),
      { seed: 911, numRuns: 60 },
    );
  });

  it('are dense again after a change', () => {
    const { train, set, steps } = create();
    train(0, 5000);
    const before = steps().length;
    set(5000, 1, 0);
    train(5000, 5020);
    expect(
      steps()
        .slice(before - 1)
        .filter((step) => step >= 5000 && step <= 5010),
    ).toEqual([5000, 5001, 5002, 5003, 5004, 5005, 5006, 5007, 5008, 5009, 5010]);
  });

  it('that are marked go last', () => {
    const run = create(100, 14_400);
    run.train(0, 3000);
    run.set(3000, 1, 0);
    run.train(3000, 5000);
    run.set(5000, 2, 9000);
    run.train(5000, 9000);
    expect(run.steps()).toEqual(expect.arrayContaining([0, 3000, 5000]));
    expect(run.timeline.bytes).toBeLessThanOrEqual(14_400);
  });

  it('of one epoch share the order of its images', () => {
    const { timeline, keep } = create();
    for (const step of [1, 2, 3]) keep(step);
    timeline.add({ parameters: parametersAt(4, 100), trainer: trainerAt(4, 2) }, timeline.taking(4, settingsOf(0)));
    const orders = timeline.keep().line.moments.map((moment) => 'parameters' in moment && moment.trainer.order);
    expect(new Set(orders).size).toBe(2);
    expect(timeline.bytes).toBe(4 * 1200 + 2 * 12);
  });

  it('that arrive after the run has left their path are dropped', () => {
    const { timeline, train, steps } = create();
    train(0, 5);
    const ticket = timeline.taking(6, settingsOf(0));
    expect([6, 7].map((step) => timeline.isDue(step))).toEqual([false, true]);
    timeline.rewound({ step: 3, kind: 'diverged', at: 6 }, settingsOf(0));
    timeline.add({ parameters: parametersAt(6, 100), trainer: trainerAt(6) }, ticket);
    expect(steps()).toEqual([0, 1, 2, 3]);
    expect([3, 4].map((step) => timeline.isDue(step))).toEqual([false, true]);
  });
});

describe('what happens', () => {
  it('is one mark for each gesture', () => {
    const run = create();
    run.train(0, 50);
    for (let i = 1; i <= 20; i++) run.set(50 + i, i / 20, 100 * i);
    run.train(70, 200);
    run.set(200, 3, 5000);
    expect(run.marks()).toEqual([
      [51, 'settings'],
      [200, 'settings'],
    ]);
    expect(run.timeline.keep().line.marks[0]).toMatchObject({ from: settingsOf(0), to: settingsOf(1) });
  });

  it('at rest is one mark, however long it takes, and none where all is as before', () => {
    const run = create();
    run.train(0, 50);
    run.set(50, 1, 0);
    run.set(50, 2, 60_000);
    expect(run.marks()).toEqual([[50, 'settings']]);
    run.set(50, 0, 120_000);
    expect(run.marks()).toEqual([]);
  });

  it('says nothing of speed', () => {
    const { timeline, marks } = create();
    expect(timeline.configured(0, settingsOf(1), settingsOf(1), 0)).toBe(false);
    expect(marks()).toEqual([]);
  });

  it('is part of the moment: the step after it is trained with what was set at it', () => {
    const run = create();
    run.train(0, 5);
    run.set(5, 2, 0);
    const ticket = run.timeline.taking(6, settingsOf(2));
    run.set(6, 3, 100);
    run.timeline.add({ parameters: parametersAt(6, 100), trainer: trainerAt(6) }, ticket);
    const betas = run.timeline.keep().line.moments.map(({ settings }) => settings.hyper.beta);
    expect(betas.slice(-3)).toEqual([0, 2, 3]);
  });
});

describe('going back', () => {
  it('finds the nearest moment, and the newest', () => {
    const { timeline, train } = create();
    train(0, 1000);
    const steps = timeline.keep().line.moments.map(({ trainer }) => trainer.step);
    const [before, after] = [steps.at(-3)!, steps.at(-2)!];
    expect(timeline.go({ kind: 'step', step: before + 1 }).trainer.step).toBe(before);
    expect(timeline.at).toBe(before);
    expect(timeline.go({ kind: 'step', step: after - 1 }).trainer.step).toBe(after);
    expect(timeline.go({ kind: 'step', step: 1e9 }).trainer.step).toBe(steps.at(-1));
    expect(timeline.at).toBeNull();
  });

  it('and on leaves what came after, which can be had again', () => {
    const run = create();
    run.train(0, 100);
    run.set(100, 1, 0);
    run.train(100, 300);
    run.keep(300, true);
    const old = run.steps();
    run.timeline.go({ kind: 'step', step: 50 });
    const from = run.timeline.at!;
    expect(run.timeline.branch(settingsOf(0), 0).trainer.step).toBe(from);
    expect(run.marks()).toEqual([[from, 'branch']]);
    run.train(from, 80);
    expect(run.steps().at(-1)).toBeLessThanOrEqual(80);
    run.keep(81, true);
    const branch = run.steps();
    expect(run.timeline.go({ kind: 'former' }).trainer.step).toBe(300);
    expect(run.timeline.at).toBeNull();
    expect(run.steps()).toEqual(old);
    expect(run.marks()).toEqual([[100, 'settings']]);
    run.timeline.go({ kind: 'former' });
    expect(run.steps()).toEqual(branch);
    expect(run.marks()).toEqual([[from, 'branch']]);
  });

  it('keeps the moment of the branching as it was, and marks what was set there before going on', () => {
    const run = create();
    run.train(0, 100);
    run.timeline.go({ kind: 'step', step: 40 });
    const from = run.timeline.at!;
    expect(run.timeline.configured(from, settingsOf(0), settingsOf(2), 0)).toBe(false);
    expect(run.marks()).toEqual([]);
    run.timeline.branch(settingsOf(2), 0);
    expect(run.marks()).toEqual([
      [from, 'branch'],
      [from, 'settings'],
    ]);
    const { moments } = run.timeline.keep().line;
    expect(moments.at(-1)!.settings).toEqual(settingsOf(0));
    run.timeline.go({ kind: 'former' });
    expect(run.marks()).toEqual([]);
  });

  it('a second time puts one branch in the place of the other, within the budget', () => {
    const run = create(100, 14_400);
    run.train(0, 4000);
    run.keep(4000, true);
    for (const step of [500, 100]) {
      run.timeline.go({ kind: 'step', step });
      const from = run.timeline.branch(run.settings, 0).trainer.step;
      run.train(from, from + 500);
      expect(run.timeline.bytes).toBeLessThanOrEqual(14_400);
      expect(run.timeline.keep().former!.from).toBe(from);
    }
  });

  it('has no former branch to go to before there was one', () => {
    const { timeline } = create();
    expect(() => timeline.go({ kind: 'former' })).toThrow(new RangeError('There is no former branch to go back to'));
  });
});

describe('where there is no room for all of them whole', () => {
  /** Room for two whole moments beside the newest, and for twelve more to be looked at. */
  const BYTES = 12 * 500;

  /** A run that has come to step 4000, and the first of its moments that are only to be looked at and lie after a whole one. */
  function trained() {
    const run = create(100, BYTES);
    run.train(0, 4000);
    const second = run.whole()[1]!;
    return { run, seen: run.steps().find((step) => step > second && !run.whole().includes(step))! };
  }

  it('most are kept in half precision, to be looked at, between those that can be gone on from', () => {
    const { run } = trained();
    const { moments } = run.timeline.keep().line;
    expect(run.whole().length).toBeGreaterThanOrEqual(2);
    expect(run.steps().length).toBeGreaterThanOrEqual(12);
    for (const moment of moments) {
      if ('parameters' in moment) continue;
      const { step } = moment.trainer;
      expect(moment.trainer).toEqual({ step, epochs: 1 });
      for (const value of fromHalves(moment.halves)) expect(Math.abs(value / (step / 3) - 1)).toBeLessThan(2 ** -11);
    }
  });

  it('the run goes on from the last whole moment before the one that it is at', () => {
    const { run, seen } = trained();
    const { timeline } = run;
    const before = run.whole().findLast((step) => step < seen)!;
    expect(timeline.base).toBeNull();
    run.keep(4001, true);
    timeline.go({ kind: 'step', step: before });
    expect(timeline.base).toBeNull();
    timeline.go({ kind: 'step', step: seen });
    expect([timeline.at, timeline.base]).toEqual([seen, before]);
    const base = timeline.branch(run.settings, 0);
    expect([base.trainer.step, base.parameters?.step]).toEqual([before, before]);
    expect(run.marks()).toEqual([[before, 'branch']]);
    expect(timeline.keep().former!.from).toBe(before);
    expect(timeline.keep().former!.moments.map(({ trainer }) => trainer.step)).toContain(seen);
  });

  it('the newest is whole when the run leaves it, though it was kept to be looked at', () => {
    const run = create(100, 3000);
    run.train(0, 300);
    const { timeline } = run;
    const { last } = timeline;
    expect(run.whole()).not.toContain(last);
    expect([timeline.lacks(last), timeline.lacks(last + 1)]).toEqual([true, true]);
    run.keep(last, true);
    expect(run.whole()).toContain(last);
    expect(new Set(run.steps()).size).toBe(run.steps().length);
    expect(timeline.lacks(last)).toBe(false);
  });

  it.each([
    [1000, true],
    [300, true],
    // The newest of either branch, and not even one more to be looked at beside them.
    [210, false],
  ])(
    'a branch that is left is kept in 12 × %i bytes, or its going is said beforehand and when it goes: %s',
    (bytes, keeps) => {
      const run = create(100, 12 * bytes);
      run.train(0, 500);
      run.keep(501, true);
      expect(run.timeline.news()).toMatchObject({ keepsFormer: keeps, lostFormer: false });
      run.timeline.go({ kind: 'step', step: 0 });
      run.timeline.branch(run.settings, 0);
      run.train(0, 500);
      expect(run.timeline.keep().former === null).toBe(!keeps);
      expect(run.timeline.news()).toMatchObject({ lostFormer: !keeps });
      run.keep(501, true);
      run.timeline.go({ kind: 'step', step: 0 });
      expect(run.timeline.news()).toMatchObject({ lostFormer: false });
    },
  );

  it('of parameters of elsewhere a branch that went before them is none', () => {
    const run = create(100, 12 * 210);
    run.train(0, 500);
    run.keep(501, true);
    run.timeline.go({ kind: 'step', step: 0 });
    run.timeline.branch(run.settings, 0);
    run.train(0, 500);
    expect(run.timeline.news()).toMatchObject({ lostFormer: true });
    run.timeline.restart(loadedAt(7, 100));
    expect(run.timeline.news()).toMatchObject({ former: null, lostFormer: false });
  });

  it('whatever the reader does, both branches end whole, and nothing is over the budget', () => {
    const deed = fc.record({ kind: fc.constantFrom('train', 'set', 'go', 'former', 'branch'), share: fc.nat(100) });
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 25 }), fc.integer({ min: 210, max: 2000 }), (deeds, bytes) => {
        const run = create(100, 12 * bytes);
        const { timeline } = run;
        let step = 0;
        for (const [i, { kind, share }] of deeds.entries()) {
          const { former } = timeline.keep();
          if (kind === 'train' || kind === 'branch') {
            if (timeline.at !== null) step = timeline.branch(run.settings, 10_000 * i).trainer.step;
            run.train(step, step + 5 * share);
            step += 5 * share;
          } else if (kind === 'set') run.set(step, share, 10_000 * i);
          else if (kind === 'go' || former !== null) {
            if (timeline.at === null && timeline.lacks(step)) run.keep(step, true);
            const to = kind === 'go' ? { kind: 'step' as const, step: 10 * share } : { kind: 'former' as const };
            const found = timeline.go(to);
            ({ step } = found.trainer);
            expect(run.steps()).toContain(step);
            if (to.kind === 'former') expect('parameters' in found).toBe(true);
            if (timeline.at !== null) expect(run.whole().at(-1)).toBe(run.steps().at(-1));
          }
          const kept = timeline.keep();
          expect(run.steps()).toEqual([...new Set(run.steps())].sort((a, b) => a - b));
          expect(run.whole()[0]).toBe(0);
          if (kept.former !== null) expect(wholeOf(kept.former.moments.slice(-1))).toHaveLength(1);
          expect(timeline.bytes).toBeLessThanOrEqual(12 * bytes);
        }
      }),
      { seed: 77, numRuns: 150 },
    );
  });
});

describe('a run that leaves its path by itself', () => {
  it('has no moments after the step that it has gone back to', () => {
    const run = create();
    run.train(0, 300);
    run.set(250, 1, 0);
    run.timeline.rewound({ step: 120, kind: 'diverged', at: 301 }, settingsOf(0));
    expect(run.steps().at(-1)).toBeLessThanOrEqual(120);
    expect(run.marks()).toEqual([[120, 'diverged']]);
    run.train(120, 200);
    expect(run.steps().at(-1)).toBeGreaterThan(150);
  });

  it('keeps its settings, which are marked where they were set after that step, and not twice', () => {
    const run = create();
    run.train(0, 100);
    run.set(100, 1, 0);
    run.train(100, 300);
    run.set(250, 2, 10_000);
    for (let times = 0; times < 2; times++) {
      run.timeline.rewound({ step: 200, kind: 'diverged', at: 301 }, run.settings);
      const { marks } = run.timeline.keep().line;
      expect(marks.filter(({ kind }) => kind === 'settings')).toEqual([
        { step: 100, kind: 'settings', from: settingsOf(0), to: settingsOf(1) },
        { step: 200, kind: 'settings', from: settingsOf(1), to: settingsOf(2) },
      ]);
    }
  });

  it('begins anew with loaded parameters', () => {
    const run = create();
    run.train(0, 300);
    run.timeline.restart(loadedAt(70, 100));
    expect(run.steps()).toEqual([70]);
    expect(run.marks()).toEqual([[70, 'loaded']]);
  });
});

describe('the page', () => {
  it('is told when something has changed, and not otherwise', () => {
    const run = create();
    expect(run.timeline.news()).toEqual({
      moments: [{ step: 0, bytes: 0, isWhole: true }],
      marks: [],
      beginnings: [0],
      former: null,
      at: null,
      keepsFormer: true,
      lostFormer: false,
    });
    expect(run.timeline.news()).toBeNull();
    run.train(0, 3);
    run.set(3, 1, 0);
    expect(run.timeline.news()).toMatchObject({
      moments: [0, 1, 2, 3].map((step) => ({ step, bytes: step === 0 ? 0 : 1200, isWhole: true })),
      beginnings: [0, 3],
    });
    run.timeline.go({ kind: 'step', step: 1 });
    expect(run.timeline.news()).toMatchObject({ at: 1 });
  });

  it('can be handed all of it, and hand it over again', () => {
    const run = create();
    run.train(0, 200);
    run.timeline.go({ kind: 'step', step: 50 });
    run.timeline.branch(settingsOf(3), 0);
    run.train(run.steps().at(-1)!, 90);
    run.timeline.go({ kind: 'step', step: 20 });
    const again = new Timeline(BUDGET, sizesOf(100), run.timeline.keep());
    expect(again.keep()).toEqual(run.timeline.keep());
    expect(again.at).toBe(run.timeline.at);
    expect(again.bytes).toBe(run.timeline.bytes);
    expect(again.news()).toEqual(run.timeline.news());
  });

  it('is handed over in as little as there is room for, and then goes on where it is', () => {
    const run = create();
    run.train(0, 2000);
    run.timeline.go({ kind: 'step', step: 300 });
    run.timeline.branch(settingsOf(3), 0);
    run.train(run.steps().at(-1)!, 900);
    const newest = run.steps().at(-1)!;
    run.timeline.go({ kind: 'step', step: 500 });
    const at = run.timeline.at!;
    const before = run.timeline.keep();
    const room = run.timeline.bytes / 3;
    const kept = run.timeline.keep(room);
    expect(run.timeline.keep(), 'what is kept here stays').toEqual(before);
    const again = new Timeline(BUDGET, sizesOf(100), kept);
    expect(again.bytes).toBeLessThanOrEqual(room);
    expect(again.at).toBe(at);
    const steps = again.keep().line.moments.map(({ trainer }) => trainer.step);
    expect(steps).toEqual(expect.arrayContaining([0, at, newest]));
    expect(steps.length).toBeGreaterThan(5);
    expect(again.news()!.former).not.toBeNull();
    // Of no room at all: what the run needs to go on.
    const least = new Timeline(BUDGET, sizesOf(100), run.timeline.keep(0));
    expect(least.at).toBe(at);
    expect(least.news()).toMatchObject({ former: null, lostFormer: true });
    expect(least.go({ kind: 'newest' }).trainer.step).toBe(newest);
  });
});
