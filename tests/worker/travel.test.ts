/** A run that goes back to a moment of its past and on from there does what it did before, to the bit. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createLayout } from '../../src/model/layout';
import type { LiveConfig, Origin, RunConfig, TimelineNews } from '../../src/worker/protocol';
import type { Session } from '../../src/worker/session';
import type { TimelineSummary } from '../../src/worker/timelineProtocol';
import { useBrowserPorts } from '../support/channel';
import { PATIENTLY } from '../support/patiently';
import { drawnImages, measured, noView, plainImages, plainLive, plainRun, SIDE } from '../support/sessions';
import { createSimdSession } from '../support/simdSession';

const run: RunConfig = { ...plainRun, latent: 3, hidden: [9, 5], timeline: 20e6 };

const liveAt = (beta: number, batchSize = 16): LiveConfig => ({
  ...plainLive,
  batchSize,
  hyper: { ...plainLive.hyper, beta },
});

const started: Session[] = [];
useBrowserPorts();
afterEach(() => {
  for (const session of started.splice(0)) session.dispose();
});

async function begin(config: Partial<RunConfig> = {}, live = plainLive, wake: Origin | null = null) {
  const told: TimelineNews[] = [];
  const session = createSimdSession({ told });
  started.push(session);
  await session.start({ ...run, ...config }, live, wake);
  await session.observe(noView);
  return {
    session,
    told,
    get timeline(): TimelineSummary {
      const last = told.findLast((news) => news.kind === 'changed');
      if (last?.kind !== 'changed') throw new Error('Nothing was told of the timeline');
      return last.timeline;
    },
  };
}

type Begun = Awaited<ReturnType<typeof begin>>;
const stepsOf = ({ timeline }: Begun): number[] => timeline.moments.map(({ step }) => step);

/** All that decides what comes next, and what is seen of it. */
async function everything({ session }: Begun) {
  return { frame: await session.observe(noView), measures: await measured(session), saved: await session.save() };
}

describe('going back', () => {
  it('shows the moment as it was, with the numbers of then and the settings of then', async () => {
    const made = await begin({}, liveAt(0));
    const seen = new Map<number, Awaited<ReturnType<typeof everything>>>();
    for (let step = 1; step <= 40; step++) {
      await made.session.step(1, noView);
      if (step === 20) made.session.configure(liveAt(2, 7));
      seen.set(step, await everything(made));
    }
    for (const step of [5, 20, 12, 33]) {
      const { frame, settings } = await made.session.travel({ kind: 'step', step }, noView);
      expect(stepsOf(made)).toContain(frame.step);
      const then = seen.get(frame.step)!;
      expect(frame).toEqual({ ...then.frame, losses: null, restLosses: null });
      expect(settings).toMatchObject(frame.step < 20 ? { batchSize: 16 } : { batchSize: 7 });
      expect(settings.hyper.beta).toBe(frame.step < 20 ? 0 : 2);
      const now = await everything(made);
      expect(now.measures).toEqual(then.measures);
      expect(now.saved).toEqual(then.saved);
      expect(now.frame.restLosses).not.toBeNull();
    }
  });

  it('and to the newest leaves no trace', async () => {
    const [stayed, went] = [await begin(), await begin()];
    for (const { session } of [stayed, went]) await session.step(57, noView);
    await went.session.travel({ kind: 'step', step: 3 }, noView);
    await went.session.travel({ kind: 'step', step: 31 }, noView);
    const { frame } = await went.session.travel({ kind: 'newest' }, noView);
    expect(frame.step).toBe(57);
    expect(await went.session.step(30, noView)).toEqual(await stayed.session.step(30, noView));
    expect(await everything(went)).toEqual(await everything(stayed));
    expect(went.timeline.former).toBeNull();
  });

  it('before the first step finds the initial parameters', async () => {
    const [fresh, made] = [await begin(), await begin()];
    const first = await everything(fresh);
    await made.session.step(50, noView);
    await made.session.travel({ kind: 'step', step: 0 }, noView);
    expect(await everything(made)).toEqual(first);
    expect(made.timeline.moments[0]).toEqual({ step: 0, bytes: 0, isWhole: true });
  });

  it('ends surveys of the moment that is left', async () => {
    const { session } = await begin();
    await session.step(9, noView);
    const survey = measured(session);
    await session.travel({ kind: 'step', step: 2 }, noView);
    await expect(survey).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('is refused where nothing is kept', async () => {
    const { session } = await begin();
    await session.start({ ...run, timeline: 0 }, plainLive);
    await session.step(3, noView);
    await expect(session.travel({ kind: 'step', step: 1 }, noView)).rejects.toThrow('Nothing is kept');
    // Too few bytes for one moment are none.
    await session.start({ ...run, timeline: 1000 }, plainLive);
    await expect(session.travel({ kind: 'newest' }, noView)).rejects.toThrow('Nothing is kept');
    expect(await session.step(1, noView)).toMatchObject({ step: 1 });
  });
});

describe('a branch', () => {
  it.each([
    ['in the middle of an epoch', 5, 16],
    ['with one value of noise left over', 7, 5],
    ['in batches of all images', 4, 500],
    ['at the first step', 0, 16],
    ['with images that every step draws', 6, 16, drawnImages],
  ])('%s follows the run that was, to the bit', async (_, from, batchSize, images = plainImages) => {
    const live = liveAt(0.5, batchSize);
    const [before, after] = [await begin({ images }, live), await begin({ images }, live)];
    await before.session.step(from, noView);
    await after.session.step(40, noView);
    await after.session.travel({ kind: 'step', step: from }, noView);
    for (let i = 0; i < 9; i++) {
      expect(await after.session.step(1, noView)).toEqual(await before.session.step(1, noView));
    }
    expect(await everything(after)).toEqual(await everything(before));
    expect(after.told).toContainEqual({ kind: 'branched', step: from });
  });

  it('goes on with the settings of then, whatever was set later', async () => {
    const [before, after] = [await begin({}, liveAt(0)), await begin({}, liveAt(0))];
    for (const { session } of [before, after]) {
      await session.step(10, noView);
      session.configure(liveAt(1, 11));
      await session.step(10, noView);
    }
    after.session.configure(liveAt(8, 3));
    await after.session.step(20, noView);
    const { settings } = await after.session.travel({ kind: 'step', step: 20 }, noView);
    // At step 20 they were moved: what followed was trained with those.
    expect(settings).toEqual({ hyper: liveAt(8).hyper, batchSize: 3 });
    await after.session.travel({ kind: 'step', step: 15 }, noView);
    const { step } = await after.session.observe(noView);
    await after.session.step(30 - step, noView);
    expect(await before.session.step(10, noView)).toMatchObject({ step: 30 });
    expect((await everything(after)).saved).toEqual((await everything(before)).saved);
  });

  it('sleeps and wakes in the past, and follows the run that was', async () => {
    const [before, slept] = [await begin(), await begin()];
    await before.session.step(12, noView);
    await slept.session.step(44, noView);
    await slept.session.travel({ kind: 'step', step: 12 }, noView);
    const { timeline } = slept;
    const woken = await begin({}, plainLive, structuredClone(await slept.session.sleep()));
    expect(woken.timeline).toEqual({ ...timeline, at: 12 });
    expect(await woken.session.step(5, noView)).toEqual({ ...(await before.session.step(5, noView)) });
    expect((await everything(woken)).saved).toEqual((await everything(before)).saved);
    // The branch that was left has slept, too.
    const { frame } = await woken.session.travel({ kind: 'former' }, noView);
    expect(frame.step).toBe(44);
  });

  it('can be left for the former one, which goes on as it would have', async () => {
    const [stayed, went] = [await begin(), await begin()];
    for (const { session } of [stayed, went]) await session.step(30, noView);
    await went.session.travel({ kind: 'step', step: 8 }, noView);
    await went.session.step(9, noView);
    const branch = await went.session.save();
    await went.session.travel({ kind: 'former' }, noView);
    expect(await went.session.step(6, noView)).toEqual(await stayed.session.step(6, noView));
    // And back: each is the former of the other.
    expect((await went.session.travel({ kind: 'former' }, noView)).frame.step).toBe(17);
    expect(await went.session.save()).toEqual(branch);
  });

  it('begins with playing as well', async () => {
    const made = await begin();
    await made.session.step(30, noView);
    await made.session.travel({ kind: 'step', step: 10 }, noView);
    made.session.play(true);
    await vi.waitUntil(async () => (await made.session.observe(noView)).step > 40, PATIENTLY);
    made.session.play(false);
    await made.session.observe(noView);
    expect(made.timeline.at).toBeNull();
    expect(made.timeline.marks).toEqual([{ step: 10, kind: 'branch' }]);
    expect(made.timeline.former).toMatchObject({ from: 10 });
    expect(made.told.filter(({ kind }) => kind === 'branched')).toHaveLength(1);
  });
});

describe('a moment that is kept only to be looked at', () => {
  /** Room for some whole moments beside the newest. */
  const budget = 7 * 12 * createLayout({ inputs: SIDE * SIDE, hidden: [9, 5], latent: 3, activation: 'tanh' }).size;
  const END = 400;
  const live = liveAt(0.5);

  /** A run that has come to its end, and the steps that are kept of it only to be looked at. */
  async function trained() {
    const made = await begin({ timeline: budget }, live);
    await made.session.step(END, noView);
    const steps = made.timeline.moments.filter(({ isWhole }) => !isWhole).map(({ step }) => step);
    expect(steps.length).toBeGreaterThan(3);
    return { made, steps, baseAt: (at: number) => wholeUpTo(made, at) };
  }

  const wholeUpTo = ({ timeline: { moments } }: Begun, at: number): number =>
    moments.findLast(({ step, isWhole }) => isWhole && step <= at)!.step;

  /** The same run at these steps, ascending. */
  async function runAt(steps: readonly number[]) {
    const { session } = await begin({ timeline: 0 }, live);
    const seen = [];
    let before = 0;
    for (const step of steps) {
      const frame = await session.step(step - before, noView);
      seen.push({ frame, elbo: (await measured(session)).elbo, saved: await session.save() });
      before = step;
    }
    return seen;
  }

  it('is shown as it was, to half precision', async () => {
    const { made, steps } = await trained();
    for (const then of await runAt(steps)) {
      const { step, epoch } = then.frame;
      const { frame, settings } = await made.session.travel({ kind: 'step', step }, noView);
      expect([frame.step, frame.epoch, settings.hyper.beta]).toEqual([step, epoch, 0.5]);
      for (const key of ['mu', 'sigma'] as const) {
        const scale = Math.max(...then.frame[key].map(Math.abs));
        const apart = Math.max(...frame[key].map((value, i) => Math.abs(value - then.frame[key][i]!)));
        expect(apart).toBeGreaterThan(0);
        expect(apart / scale).toBeLessThan(2 ** -9);
      }
      expect(Math.abs((await measured(made.session)).elbo / then.elbo - 1)).toBeLessThan(2 ** -9);
    }
    const { frame } = await made.session.travel({ kind: 'newest' }, noView);
    expect(frame.mu).toEqual((await runAt([END]))[0]!.frame.mu);
  });

  it.each([false, true])(
    'leads on from the last whole one before it, to the bit; asleep between: %s',
    async (sleeps) => {
      const { made, steps, baseAt } = await trained();
      const step = steps.at(-2)!;
      const from = baseAt(step);
      expect(from).toBeLessThan(step);
      const [next, then, end] = await runAt([from + 1, step, END]);
      await made.session.travel({ kind: 'step', step }, noView);
      const went = sleeps ? await begin({ timeline: budget }, live, structuredClone(await made.session.sleep())) : made;
      const { mu, step: first } = await went.session.step(1, noView);
      expect([first, mu]).toEqual([from + 1, next!.frame.mu]);
      expect(went.told).toContainEqual({ kind: 'branched', step: from });
      await went.session.step(step - from - 1, noView);
      expect(await went.session.save()).toEqual(then!.saved);
      expect((await went.session.travel({ kind: 'former' }, noView)).frame.mu).toEqual(end!.frame.mu);
    },
  );

  it('can be neither saved nor taken apart: what its next step needs is not there', async () => {
    const { made, steps, baseAt } = await trained();
    const step = steps.at(-2)!;
    const base = baseAt(step);
    await made.session.travel({ kind: 'step', step }, noView);
    const told = `Step ${step} is kept to be looked at: without its optimiser and its place in the data. Step ${base} is kept whole`;
    const refused = { name: 'RangeError', message: told, seenOnly: { step, base } };
    await expect(made.session.save()).rejects.toMatchObject(refused);
    const next = { kind: 'nextStep', count: 2, selected: null } as const;
    await expect(made.session.survey('next', next)).rejects.toMatchObject(refused);
    await made.session.travel({ kind: 'step', step: base }, noView);
    expect((await made.session.save()).step).toBe(base);
  });
});

describe('the timeline of a run', () => {
  it('goes with it through sleep, at its newest, and on', async () => {
    const made = await begin();
    await made.session.step(25, noView);
    made.session.configure(liveAt(3));
    await made.session.step(25, noView);
    const { timeline } = made;
    const woken = await begin({}, liveAt(3), structuredClone(await made.session.sleep()));
    expect(woken.timeline).toEqual(timeline);
    await woken.session.step(100, noView);
    expect(stepsOf(woken).at(-1)).toBeGreaterThan(60);
    await woken.session.travel({ kind: 'step', step: 10 }, noView);
    expect(woken.timeline.at).toBe(10);
  });

  it('says what was set while it slept, and goes back to what was set before', async () => {
    const made = await begin({}, liveAt(0));
    await made.session.step(24, noView);
    const woken = await begin({}, liveAt(3), structuredClone(await made.session.sleep()));
    expect(woken.timeline.marks).toMatchObject([
      { step: 24, kind: 'settings', from: { hyper: { beta: 0 } }, to: { hyper: { beta: 3 } } },
    ]);
    await woken.session.step(10, noView);
    const betaAt = async (step: number): Promise<number> =>
      (await woken.session.travel({ kind: 'step', step }, noView)).settings.hyper.beta;
    expect(stepsOf(woken)).toContain(24);
    expect(await betaAt(24)).toBe(3);
    expect(await betaAt(8)).toBe(0);
  });

  it('has one moment, and says of nothing that it was loaded, where the past of a run that slept has gone', async () => {
    const made = await begin();
    await made.session.step(14, noView);
    const woken = await begin({}, liveAt(3), { ...(await made.session.sleep()), timeline: null });
    expect(woken.timeline).toMatchObject({ marks: [], beginnings: [14], at: null });
    expect(stepsOf(woken)).toEqual([14]);
  });

  it('begins anew with a new run, and with loaded parameters, which it marks', async () => {
    const made = await begin();
    await made.session.step(20, noView);
    const saved = await made.session.save();
    await made.session.step(20, noView);
    await made.session.load(saved);
    await made.session.observe(noView);
    expect(stepsOf(made)).toEqual([20]);
    expect(made.timeline.marks).toEqual([{ step: 20, kind: 'loaded' }]);
    await made.session.step(5, noView);
    const { frame } = await made.session.travel({ kind: 'step', step: 20 }, noView);
    expect(frame.step).toBe(20);
    await made.session.start(run, plainLive);
    await made.session.observe(noView);
    expect(made.timeline).toMatchObject({ marks: [], at: null, former: null });
    expect(stepsOf(made)).toEqual([0]);
  });

  it('marks where a run goes on from a file', async () => {
    const other = await begin();
    await other.session.step(14, noView);
    const { trainer, ...parameters } = await other.session.save();
    const made = await begin({}, plainLive, {
      parameters,
      trainer,
      axes: null,
      serving: null,
      timeline: null,
      settings: null,
    });
    expect(made.timeline).toMatchObject({ marks: [{ step: 14, kind: 'loaded' }], beginnings: [14] });
    await made.session.step(6, noView);
    expect((await made.session.travel({ kind: 'step', step: 0 }, noView)).frame.step).toBe(14);
  });

  it('has nothing after the step that a lost loss has led back to', async () => {
    const made = await begin();
    await made.session.step(30, noView);
    made.session.configure({ ...plainLive, hyper: { ...plainLive.hyper, learningRate: 1e6 } });
    const { step } = await made.session.step(60, noView);
    expect(step).toBe(0);
    expect(stepsOf(made)).toEqual([0]);
    // The settings that lost it are in force still.
    expect(made.timeline.marks).toMatchObject([
      { step: 0, kind: 'diverged', at: 90 },
      { step: 0, kind: 'settings', from: { hyper: plainLive.hyper }, to: { hyper: { learningRate: 1e6 } } },
    ]);
  });
});
