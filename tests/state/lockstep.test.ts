import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { LabState } from '../../src/state/labState';
import { type Bound, Lockstep, type SteppedLab } from '../../src/state/lockstep';
import { frameOf, summaryOf, turn } from '../support/fakeClient';

/** A lab whose steps the test counts; it tells of a frame whenever it is asked to. */
function createStepped() {
  const store = createStore<LabState>(
    () => ({ playing: true, run: summaryOf(), starting: false, failure: null, asleep: false }) as unknown as LabState,
  );
  const listeners = new Set<(frame: ReturnType<typeof frameOf>) => void>();
  const made = {
    step: 0,
    bound: null as Bound | null,
    /** Calls of `advance`. */
    advances: [] as number[],
    store,
    tell(): void {
      for (const listener of listeners) listener(frameOf({ step: made.step, training: store.getState().playing }));
    },
    /** Takes steps as far as it may, and shows where it is. */
    run(steps: number): void {
      made.train(steps);
      made.tell();
    },
    /** The same, with no frame to show it. */
    train(steps: number): void {
      made.step = Math.max(made.step, Math.min(made.step + steps, made.bound?.until ?? Number.POSITIVE_INFINITY));
    },
    pause(): void {
      store.setState({ playing: false });
      made.tell();
    },
    play(): void {
      store.setState({ playing: true });
    },
    restart(): void {
      store.setState({ starting: true });
      made.step = 0;
      store.setState({ starting: false, run: summaryOf() });
    },
    lab: {
      store,
      on: (_: string, listener: (frame: ReturnType<typeof frameOf>) => void) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      bind: (bound: Bound | null) => {
        made.bound = bound;
      },
      get rests() {
        const { playing, starting, failure } = store.getState();
        return !playing && !starting && failure === null;
      },
      advance: async (count: number) => {
        made.advances.push(count);
        made.step += count;
        made.tell();
        return frameOf({ step: made.step });
      },
    } as unknown as SteppedLab,
  };
  return made;
}

type Stepped = ReturnType<typeof createStepped>;

function inStep(count = 2): Stepped[] {
  const labs = Array.from({ length: count }, createStepped);
  new Lockstep(labs.map(({ lab }) => lab));
  return labs;
}

const stepsOf = (labs: readonly Stepped[]): number[] => labs.map(({ step }) => step);

describe('labs in step', () => {
  it('do not begin before all of them can', () => {
    const [one, two] = inStep() as [Stepped, Stepped];
    two.store.setState({ starting: true });
    one.restart();
    one.run(100);
    expect(one.step).toBe(0);
    two.restart();
    two.run(100);
    one.run(100);
    expect(one.step).toBeGreaterThan(0);
  });

  it('train as fast as the slowest, whatever the others could', () => {
    const labs = inStep();
    const [fast, slow] = labs as [Stepped, Stepped];
    for (let frame = 0; frame < 60; frame++) {
      fast.run(5000);
      slow.run(40);
      expect(fast.step - slow.step).toBeLessThanOrEqual(3 * 120);
    }
    // A few frames are for getting up to its speed.
    expect(slow.step).toBeGreaterThan(0.85 * 60 * 40);
  });

  it('rest at the same step, wherever each was when they were paused', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(900), fc.nat(900), fc.nat(900)), { minLength: 1, maxLength: 12 }),
        async (frames) => {
          const labs = inStep(3);
          for (const each of frames) labs.forEach((made, i) => void made.run(each[i]!));
          for (const made of labs) made.pause();
          const most = Math.max(...stepsOf(labs));
          for (let i = 0; i < 20; i++) await turn();
          expect(stepsOf(labs)).toEqual([most, most, most]);
        },
      ),
      { seed: 91, numRuns: 60 },
    );
  });

  it('change their pace at a step that none has passed', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(1), fc.nat(200), fc.boolean()), { minLength: 1, maxLength: 60 }),
        (frames) => {
          const labs = inStep();
          for (let frame = 0; frame < 8; frame++) for (const made of labs) made.run(50);
          for (const [which, steps, shown] of frames) {
            const made = labs[which]!;
            if (shown) made.run(steps);
            else made.train(steps);
            // A worker may have gone as far as it was ever told, and the page does not know yet.
            for (const { bound } of labs) expect(bound!.from).toBeGreaterThanOrEqual(Math.max(...stepsOf(labs)));
            expect(labs[0]!.bound).toEqual(labs[1]!.bound);
          }
        },
      ),
      { seed: 92, numRuns: 300 },
    );
  });

  it('wait for one that begins again', async () => {
    const [one, two] = inStep() as [Stepped, Stepped];
    for (let frame = 0; frame < 20; frame++) for (const made of [one, two]) made.run(50);
    const reached = two.step;
    one.restart();
    for (let frame = 0; frame < 3; frame++) for (const made of [one, two]) made.run(50);
    expect(two.step).toBeLessThanOrEqual(reached + 150);
    for (let frame = 0; frame < 60; frame++) for (const made of [one, two]) made.run(50);
    expect(Math.abs(one.step - two.step)).toBeLessThanOrEqual(150);
  });

  it('follow one that is stepped by hand', async () => {
    const labs = inStep();
    for (const made of labs) made.pause();
    labs[0]!.step += 1;
    labs[0]!.tell();
    await turn();
    expect(stepsOf(labs)).toEqual([1, 1]);
  });

  it('leave one alone that has gone back, until it has gone on', async () => {
    const [one, two] = inStep() as [Stepped, Stepped];
    for (let frame = 0; frame < 10; frame++) for (const made of [one, two]) made.run(50);
    two.step -= 30;
    for (const made of [one, two]) made.pause();
    await turn();
    expect(two.advances).toEqual([]);
    two.play();
    two.run(1);
    two.pause();
    await turn();
    expect(two.step).toBe(one.step);
  });

  it('do not go after one that is farther ahead than training can have brought it', async () => {
    const [one, two] = inStep() as [Stepped, Stepped];
    for (const made of [one, two]) made.pause();
    one.step = 40_000;
    one.tell();
    await turn();
    expect(two.advances).toEqual([]);
  });

  it('are held up by none that has failed, or that is only looked at', () => {
    for (const out of [
      { failure: { kind: 'defect', message: '' } },
      { run: summaryOf({ engine: 'layers' }) },
    ] as const) {
      const [one, two] = inStep() as [Stepped, Stepped];
      for (const made of [one, two]) made.run(1);
      two.store.setState(out);
      for (let frame = 0; frame < 20; frame++) one.run(50);
      expect(one.step).toBeGreaterThan(500);
    }
  });

  it('go to a goal and no farther, the fast at most the slack ahead of the slow', () => {
    const labs = [createStepped(), createStepped()];
    const [fast, slow] = labs as [Stepped, Stepped];
    new Lockstep(
      labs.map(({ lab }) => lab),
      1000,
      200,
    );
    slow.run(1);
    for (let frame = 0; slow.step < 1000; frame++) {
      expect(frame).toBeLessThan(300);
      fast.run(5000);
      expect(fast.step - slow.step).toBeLessThanOrEqual(200);
      slow.run(4);
    }
    fast.run(5000);
    expect(stepsOf(labs)).toEqual([1000, 1000]);
  });

  it('go on to another goal, and without one of them, and are bound all the while', () => {
    const labs = [createStepped(), createStepped(), createStepped()] as const;
    const [one, two, out] = labs;
    const bounds: (Bound | null)[] = [];
    for (const { lab } of [one, two]) {
      const { bind } = lab;
      lab.bind = (bound) => {
        bounds.push(bound);
        bind(bound);
      };
    }
    const lockstep = new Lockstep(
      labs.map(({ lab }) => lab),
      300,
      20,
    );
    for (let frame = 0; frame < 40; frame++) for (const made of labs) made.run(50);
    expect(stepsOf(labs)).toEqual([300, 300, 300]);
    bounds.length = 0;
    lockstep.goTo(400);
    lockstep.leave(out.lab);
    expect(out.bound).toBeNull();
    for (let frame = 0; frame < 40; frame++) for (const made of [one, two]) made.run(50);
    expect(stepsOf([one, two])).toEqual([400, 400]);
    expect(bounds).not.toContain(null);
    for (const bound of bounds) expect(bound!.until).toBeGreaterThan(300);
  });

  it('are free when they no longer go together', () => {
    const made = [createStepped(), createStepped()];
    const lockstep = new Lockstep(made.map(({ lab }) => lab));
    for (const each of made) each.run(1);
    lockstep.dispose();
    expect(made.map(({ bound }) => bound)).toEqual([null, null]);
  });
});
