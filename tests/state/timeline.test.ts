import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { retryRun } from '../../src/state/retryRun';
import { defaultSettings } from '../../src/state/settings';
import type { Travelled } from '../../src/worker/protocol';
import type { TimelineSummary } from '../../src/worker/timelineProtocol';
import { frameOf, turn } from '../support/fakeClient';
import { begin, land, type MadeLab, open, sleepOf } from '../support/labs';
import { makeLabs } from '../support/makeLabs';
import { PATIENTLY } from '../support/patiently';

const settings = defaultSettings();

/** Those of a moment with this β. */
const trainedAt = (beta: number): Travelled['settings'] => {
  const { noiseScale, likelihood, sigmaX, samples, regulariser, learningRate, batchSize } = settings;
  return { hyper: { beta, noiseScale, likelihood, sigmaX, samples, regulariser, learningRate }, batchSize };
};

const summaryAt = (at: number | null, steps: readonly number[] = [0, 10, 20, 40]): TimelineSummary => ({
  moments: steps.map((step) => ({ step, bytes: 100, isWhole: true })),
  marks: [],
  beginnings: [0],
  former: null,
  at,
  keepsFormer: true,
  lostFormer: false,
});

/** Answers the travel under way, as a worker does. */
async function arrive(made: MadeLab, step: number, at: number | null, beta = 0): Promise<void> {
  made.client.tell({ kind: 'changed', timeline: summaryAt(at) });
  const frame = frameOf({ step, losses: null, beta });
  await made.client.answer('travel', { frame, settings: trainedAt(beta) });
}

/** A lab that has come to step 40. */
async function trained(): Promise<MadeLab> {
  const made = await open({ beta: 2 });
  made.client.tell({ kind: 'changed', timeline: summaryAt(null) });
  made.lab.show('any', null);
  return made;
}

/** A lab that has come to step 40, with frames of steps 10, 20 and 40 on its curves. */
async function withCurve(): Promise<MadeLab> {
  const made = await trained();
  made.lab.play();
  await made.client.answer('play', null);
  for (const step of [10, 20, 40]) await land(made, step, { training: true });
  return made;
}

/** Waits until the part that travels has been fetched and has asked. */
const asked = (made: MadeLab, count: number): Promise<void> =>
  vi.waitFor(() => expect(made.client.count('travel')).toBe(count), PATIENTLY);

/** Goes to a moment as the first of a lab's travels. */
async function goTo(made: MadeLab, step: number): Promise<void> {
  const travel = made.lab.timeline.travel(step);
  await asked(made, 1);
  await arrive(made, step, step);
  await travel;
}

const goals = (made: MadeLab): unknown[] =>
  made.client.asked.filter(({ type }) => type === 'travel').map(({ payload }) => payload.to);

describe('going to a moment', () => {
  it('rests the lab there, with the settings of then, and asks for no other change of them', async () => {
    const made = await trained();
    made.lab.play();
    const travel = made.lab.timeline.travel(10);
    await asked(made, 1);
    expect(made.state().playing).toBe(false);
    await arrive(made, 10, 10, 0.5);
    expect(await travel).toMatchObject({ step: 10 });
    expect(made.lab.frame).toMatchObject({ step: 10 });
    expect(made.lab.settings.beta).toBe(0.5);
    expect(made.lab.timeline.at).toBe(10);
    expect(made.client.count('configure')).toBe(0);
  });

  it('goes to the last of many alone, and all that asked are told of it', async () => {
    const made = await trained();
    const { timeline } = made.lab;
    const all = [timeline.travel(0)];
    await asked(made, 1);
    all.push(timeline.travel(10), timeline.travel(20), timeline.newest());
    await turn();
    await arrive(made, 0, 0);
    await asked(made, 2);
    await arrive(made, 40, null);
    expect((await Promise.all(all)).map(({ step }) => step)).toEqual([40, 40, 40, 40]);
    expect(goals(made)).toEqual([{ kind: 'step', step: 0 }, { kind: 'newest' }]);
  });

  it('drops frames of before that are drawn late', async () => {
    const made = await trained();
    made.lab.play();
    await made.client.answer('play', null);
    await made.client.answer('frame', frameOf({ step: 44 }));
    await goTo(made, 10);
    await made.draw();
    expect(made.lab.frame).toMatchObject({ step: 10 });
    expect(made.lab.history.points.map(({ step }) => step)).not.toContain(44);
  });

  it('keeps what the reader sets meanwhile, and puts it in force', async () => {
    const made = await trained();
    const travel = made.lab.timeline.travel(10);
    await asked(made, 1);
    const change = made.lab.set({ learningRate: 0.01 });
    await arrive(made, 10, 10, 0.5);
    await made.client.answer('configure', null);
    await vi.waitFor(() => expect(made.client.count('configure')).toBe(2), PATIENTLY);
    await made.client.answer('configure', null);
    await Promise.all([travel, change]);
    expect(made.lab.settings).toMatchObject({ beta: 0.5, learningRate: 0.01 });
    expect(made.client.last('configure').payload.live).toMatchObject({ hyper: { beta: 0.5, learningRate: 0.01 } });
  });

  it('ends a glide', async () => {
    const made = await trained();
    const glide = made.lab.glide({ beta: 1, noiseScale: 1 }, 1000);
    const travel = made.lab.timeline.travel(10);
    await asked(made, 1);
    await arrive(made, 10, 10, 0.25);
    await travel;
    await made.animate();
    await glide;
    expect(made.lab.settings.beta).toBe(0.25);
  });

  it('rejects with what the worker says, and the next is asked for anew', async () => {
    const made = await trained();
    const refused = expect(made.lab.timeline.travel(10)).rejects.toThrow('Nothing is kept');
    await asked(made, 1);
    await made.client.fail('travel', new RangeError('Nothing is kept of the past of this run'));
    await refused;
    const again = made.lab.timeline.travel(20);
    await asked(made, 2);
    await arrive(made, 20, 20);
    expect(await again).toMatchObject({ step: 20 });
  });
});

describe('when a reader stays at a moment', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('its loss is asked for, once', async () => {
    const made = await trained();
    const before = made.client.count('frame');
    const travels = [made.lab.timeline.travel(0), made.lab.timeline.travel(10)];
    while (made.client.waiting('travel') === 0) await turn();
    await arrive(made, 10, 10);
    while (made.client.waiting('travel') > 0) await arrive(made, 10, 10);
    await Promise.all(travels);
    expect(made.client.count('frame')).toBe(before);
    vi.runAllTimers();
    expect(made.client.count('frame')).toBe(before + 1);
  });
});

describe('the curves', () => {
  const curve = ({ lab }: MadeLab): number[] => lab.history.points.map(({ step }) => step);

  it('stay whole while a moment of the past is looked at', async () => {
    const made = await withCurve();
    const before = curve(made);
    await goTo(made, 10);
    made.client.emit({
      kind: 'engine-lost',
      restored: 10,
      engine: 'simd',
      engineReason: { code: 'only', renderer: null, other: null },
      arithmetic: 'fused',
    });
    expect(curve(made)).toEqual(before);
    expect(made.lab.history.upTo(10).loss).toMatchObject({ step: 10 });
  });

  it('are those of the branch once it goes on, and those of the former one when it is gone back to', async () => {
    const made = await withCurve();
    const whole = curve(made);
    await goTo(made, 20);
    made.client.tell({ kind: 'branched', step: 20 });
    expect(curve(made)).toEqual(whole.filter((step) => step <= 20));
    made.client.tell({
      kind: 'changed',
      timeline: {
        ...summaryAt(null, [0, 10, 20]),
        former: { from: 20, moments: [{ step: 40, bytes: 1, isWhole: true }], marks: [] },
      },
    });
    const former = made.lab.timeline.former();
    await asked(made, 2);
    await made.client.answer('travel', { frame: frameOf({ step: 40, losses: null }), settings: trainedAt(0) });
    await former;
    expect(curve(made)).toEqual(whole);
  });

  it('are those of the former branch, too, where there is no room for the one that is left', async () => {
    const made = await withCurve();
    const whole = curve(made);
    const travel = made.lab.timeline.travel(20);
    await asked(made, 1);
    await arrive(made, 20, 20);
    await travel;
    made.client.tell({ kind: 'branched', step: 20 });
    made.client.tell({
      kind: 'changed',
      timeline: {
        ...summaryAt(null, [0, 20]),
        former: { from: 20, moments: [{ step: 40, bytes: 1, isWhole: true }], marks: [] },
      },
    });
    const branch = made.lab.step(10);
    await made.client.answer('step', frameOf({ step: 30 }));
    await made.draw();
    await branch;
    expect(curve(made)).toContain(30);
    const former = made.lab.timeline.former();
    await asked(made, 2);
    // As the worker does it: what has become of the timeline comes before the frame.
    await arrive(made, 40, null);
    expect(await former).toMatchObject({ step: 40 });
    expect(curve(made)).toEqual(whole);
  });
});

describe('a lab that begins another run', () => {
  it('goes nowhere that was asked for before it', async () => {
    const made = await trained();
    const { timeline } = made.lab;
    const travels = [timeline.travel(10)];
    await asked(made, 1);
    travels.push(timeline.travel(20));
    await turn();
    void made.lab.reset();
    await begin(made);
    await arrive(made, 0, null);
    await Promise.all(travels);
    expect(goals(made)).toEqual([{ kind: 'step', step: 10 }]);
  });
});

describe('a timeline', () => {
  it('is asked for with every run of a lab that keeps one, and with none of another', async () => {
    const { labs, clients } = makeLabs({ autoplay: false });
    const made = [{ keepsPast: true }, {}].map((order, i) => labs.add({ id: `lab${i}`, settings: {}, ...order }));
    for (const lab of made) void lab.open();
    await turn();
    const asked = clients.map((client) => client.last('start').payload.run as { timeline: number });
    expect(asked.map(({ timeline }) => timeline)).toEqual([20e6, 0]);
    labs.dispose();
  });

  it('is empty when another run begins, until that says what is kept of it', async () => {
    const made = await trained();
    expect(made.lab.timeline.moments.map(({ step }) => step)).toEqual([0, 10, 20, 40]);
    void made.lab.reset();
    await begin(made);
    expect(made.lab.timeline.moments).toEqual([]);
    expect(made.lab.timeline.store.getState().kept).toBe(false);
    made.client.tell({ kind: 'changed', timeline: summaryAt(null, [0]) });
    expect(made.lab.timeline.store.getState().kept).toBe(true);
  });

  it('goes with a run that sleeps in the past, whose curves stay whole', async () => {
    const made = await withCurve();
    await goTo(made, 10);
    const before = made.lab.history.points.length;
    const sleeping = made.lab.sleep();
    await turn();
    while (made.client.waiting('frame') > 0) await land(made, 10, { losses: null });
    const kept = sleepOf(10);
    await made.client.answer('sleep', {
      ...kept,
      timeline: { line: { moments: [], marks: [] }, former: null, at: 10, lostFormer: false },
    });
    await sleeping;
    const waking = made.lab.wake();
    await begin(made, { step: 10, losses: null });
    await waking;
    expect(made.client.last('start').payload.wake).toMatchObject({ timeline: { at: 10 } });
    expect(made.lab.history.points).toHaveLength(before);
    expect(made.lab.timeline.at).toBe(10);
  });
});

describe('a worker that fails after its lab has slept', () => {
  it('takes the past of the run along, and what came after the step that it goes on from', async () => {
    const made = await trained();
    made.lab.play();
    await made.client.answer('play', null);
    for (const step of [10, 20, 40]) await land(made, step, { training: true });
    const travel = made.lab.timeline.travel(10);
    await asked(made, 1);
    await arrive(made, 10, 10);
    await travel;
    const sleeping = made.lab.sleep();
    await turn();
    while (made.client.waiting('frame') > 0) await land(made, 10, { losses: null });
    await made.client.answer('sleep', {
      ...sleepOf(10),
      timeline: { line: { moments: [], marks: [] }, former: null, at: 10, lostFormer: false },
    });
    await sleeping;
    const waking = made.lab.wake();
    await begin(made, { step: 10, losses: null });
    await waking;
    const crash = made.lab.step(1).catch(() => undefined);
    await turn();
    await made.client.fail('step', Object.assign(new Error('it crashed'), { name: 'WorkerError', cause: 'crashed' }));
    await crash;
    const retried = retryRun(made.lab);
    await begin(made, { step: 10, losses: null });
    await retried;
    expect(made.client.last('start').payload.wake).toMatchObject({ timeline: null });
    expect(made.lab.timeline.moments).toEqual([]);
    expect(made.lab.timeline.at).toBeNull();
    expect(made.lab.history.points.at(-1)).toMatchObject({ step: 10 });
  });
});

describe('playing back', () => {
  let now = 0;
  beforeEach(() => {
    now = 1000;
    vi.spyOn(performance, 'now').mockImplementation(() => now);
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });

  /** Lets time pass, and the worker answer what is asked. */
  async function watch(made: MadeLab, ms: number): Promise<void> {
    now += ms;
    await made.animate();
    while (made.client.waiting('travel') > 0) {
      const to = made.client.last('travel').payload.to as { kind: string; step: number };
      await (to.kind === 'newest' ? arrive(made, 40, null) : arrive(made, to.step, to.step));
    }
  }

  it('shows every moment in order and rests where it began', async () => {
    const made = await trained();
    const film = made.lab.timeline.playBack(10);
    await asked(made, 1);
    for (let i = 0; i < 110; i++) await watch(made, 100);
    await film;
    expect(goals(made)).toEqual([...[0, 10, 20].map((step) => ({ kind: 'step', step })), { kind: 'newest' }]);
    expect(made.lab.timeline.at).toBeNull();
  });

  it('rests while it is paused, and ends where the reader goes elsewhere', async () => {
    const made = await trained();
    const film = made.lab.timeline.playBack(10);
    await asked(made, 1);
    await watch(made, 0);
    await watch(made, 5000);
    const count = made.client.count('travel');
    made.lab.timeline.pauseFilm(true);
    expect(made.lab.timeline.store.getState().film).toBe('paused');
    await watch(made, 60_000);
    expect(made.client.count('travel')).toBe(count);
    made.lab.timeline.pauseFilm(false);
    await watch(made, 2500);
    expect(made.client.count('travel')).toBe(count + 1);
    const travel = made.lab.timeline.travel(0);
    await asked(made, count + 2);
    await watch(made, 0);
    await travel;
    await film;
    expect(made.lab.timeline.store.getState().film).toBe('off');
    await watch(made, 60_000);
    expect(made.client.count('travel')).toBe(count + 2);
  });

  it('waits while nobody sees it, whether pictures are still drawn or, in a hidden tab, none', async () => {
    const made = await trained();
    const film = made.lab.timeline.playBack(10);
    await asked(made, 1);
    await watch(made, 0);
    const { timeline } = made.lab;
    for (const isHidden of [false, true]) {
      await watch(made, 2000);
      const count = made.client.count('travel');
      timeline.watch(false);
      if (isHidden) now += 60_000;
      else await watch(made, 60_000);
      timeline.watch(true);
      await watch(made, 100);
      expect(timeline.store.getState().film).toBe('on');
      expect(made.client.count('travel')).toBe(count);
    }
    for (let i = 0; i < 57; i++) await watch(made, 100);
    expect(goals(made).at(-1)).toEqual({ kind: 'step', step: 20 });
    for (let i = 0; i < 2; i++) await watch(made, 100);
    await film;
    expect(goals(made).at(-1)).toEqual({ kind: 'newest' });
  });

  it('has another frame drawn wherever it comes to rest', async () => {
    const made = await trained();
    const film = made.lab.timeline.playBack(10);
    await asked(made, 1);
    await watch(made, 0);
    await watch(made, 5000);
    const frames = (): number => made.client.count('frame');
    await vi.waitUntil(() => made.client.waiting('frame') > 0, PATIENTLY);
    await land(made, 10);
    for (const rest of [() => made.lab.timeline.pauseFilm(true), () => made.lab.timeline.endFilm()]) {
      const before = frames();
      rest();
      await vi.waitUntil(() => frames() > before, PATIENTLY);
      await land(made, 10);
    }
    await film;
  });

  it('that cannot go on has another frame drawn of where it stands, and says why', async () => {
    const made = await trained();
    const film = made.lab.timeline.playBack(10);
    await asked(made, 1);
    const before = made.client.count('frame');
    await Promise.all([
      expect(film).rejects.toThrow('no longer kept'),
      made.client.fail('travel', new RangeError('That moment is no longer kept')),
    ]);
    expect(made.lab.timeline.store.getState().film).toBe('off');
    await vi.waitUntil(() => made.client.count('frame') > before, PATIENTLY);
  });

  it.each([
    ['training goes on', true, (lab: MadeLab['lab']): void => lab.play()],
    ['a step is taken', false, (lab: MadeLab['lab']): void => void lab.step(1)],
  ] as const)('ends where %s: a moment that was to be shown next is not gone to', async (_, playing, go) => {
    const made = await trained();
    const film = made.lab.timeline.playBack(10);
    await asked(made, 1);
    // The first is on its way, and the next is asked for meanwhile.
    now += 5000;
    await made.animate();
    go(made.lab);
    await film;
    await watch(made, 0);
    await turn();
    expect(made.client.count('travel')).toBe(1);
    expect(made.lab.store.getState().playing).toBe(playing);
    expect(made.lab.timeline.store.getState().film).toBe('off');
  });

  it('leaves a moment that a drag has asked for where training goes on, too', async () => {
    const made = await trained();
    const moves = [made.lab.timeline.travel(0), made.lab.timeline.travel(10)];
    await asked(made, 1);
    made.lab.play();
    await arrive(made, 0, 0);
    await Promise.all(moves);
    await turn();
    expect(made.client.count('travel')).toBe(1);
    expect(made.lab.store.getState().playing).toBe(true);
  });

  it('ends with the branch that the reader goes on with', async () => {
    const made = await trained();
    const film = made.lab.timeline.playBack(10);
    await asked(made, 1);
    await watch(made, 5000);
    made.client.tell({ kind: 'branched', step: 20 });
    await film;
    expect(made.lab.timeline.store.getState().film).toBe('off');
  });

  it('lasts a time that can be watched', async () => {
    const made = await trained();
    for (const seconds of [0, -1, Number.NaN, 4000]) {
      await expect(made.lab.timeline.playBack(seconds)).rejects.toThrow(`seconds is ${seconds}`);
    }
  });
});
