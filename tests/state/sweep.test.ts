import { describe, expect, it } from 'vitest';
import type { Lab } from '../../src/state/lab';
import { retryRun } from '../../src/state/retryRun';
import { Sweep } from '../../src/state/sweep';
import type { SweepPlan } from '../../src/state/sweepPlan';
import type { FakeClient } from '../support/fakeClient';
import { frameOf, summaryOf, turn } from '../support/fakeClient';
import { dataFailure, type FakeLibrary, sleepOf } from '../support/labs';
import { makeLabs } from '../support/makeLabs';

const PLAN: SweepPlan = { setting: 'beta', values: [0, 1, 4], steps: 100 };

/** What a worker does by itself. */
interface Worker {
  /** Steps from one frame to the next, at most. */
  speed: number;
  step: number;
  /** Whether it answers at all. */
  works: boolean;
}

/** A page with a lab, and a sweep of it in sight, whose workers take steps whenever they are asked for a frame. */
async function begin(plan: SweepPlan = PLAN, speeds: readonly number[] = [20, 20, 20]) {
  const { labs, clients, draw } = makeLabs();
  const base = labs.add({ id: 'lab', settings: { hidden: [9], noiseScale: 1 } });
  const sweep = new Sweep(labs, base, plan, () => true, 'sweep');
  sweep.see(true);
  const opened = sweep.models.map(({ lab }) => lab.open());
  const workers = sweep.models.map((_, i): Worker => ({ speed: speeds[i]!, step: 0, works: true }));
  const workerOf = (client: FakeClient): Worker => workers[clients.indexOf(client)]!;
  /** Answers one request of each worker; whether there was any. */
  const answer = async (client: FakeClient): Promise<boolean> => {
    const worker = workerOf(client);
    if (client.closed || !worker.works) return false;
    if (client.waiting('start') > 0) await client.answer('start', summaryOf());
    else if (client.waiting('play') > 0) await client.answer('play', null);
    else if (client.waiting('configure') > 0) await client.answer('configure', null);
    else if (client.waiting('endSurvey') > 0) await client.answer('endSurvey', null);
    else if (client.waiting('survey') > 0) {
      const { step } = worker;
      const terms = (more: number) => ({ reconstruction: 30 - step / 10 + more, regulariser: step / 20 });
      await client.answer('survey', { step, axes: [0, 1], training: terms(0), heldOut: terms(1) } as never);
    } else if (client.waiting('step') > 0) {
      worker.step += Number(client.last('step').payload.count);
      await client.answer('step', frameOf({ step: worker.step }));
    } else if (client.waiting('frame') > 0) {
      const { playing = false, until = Number.POSITIVE_INFINITY } =
        client.count('play') === 0 ? {} : client.last('play').payload;
      if (playing === true) worker.step = Math.max(worker.step, Math.min(worker.step + worker.speed, Number(until)));
      await client.answer('frame', frameOf({ step: worker.step, training: playing === true }));
    } else return false;
    return true;
  };
  /** Lets every worker answer so many times. */
  const pass = async (rounds: number): Promise<void> => {
    for (let round = 0; round < rounds; round++) {
      for (const client of clients) await answer(client);
      draw();
      await turn();
    }
  };
  await pass(6);
  await Promise.all(opened);
  return { sweep, labs, base, clients, workers, pass, state: () => sweep.store.getState() };
}

const stepsOf = ({ models }: Sweep): (number | undefined)[] => models.map(({ lab }) => lab.frame?.step);
const playing = ({ models }: Sweep): boolean[] => models.map(({ lab }: { lab: Lab }) => lab.store.getState().playing);

describe('a sweep', () => {
  it('trains models that differ in one setting, as the lab is in everything else, without any limit of speed', async () => {
    const { sweep, clients } = await begin();
    expect(sweep.models.map(({ lab }) => lab.settings.beta)).toEqual([0, 1, 4]);
    for (const client of clients)
      expect(client.last('start').payload).toMatchObject({
        run: { hidden: [9], seed: 1, engine: 'simd' },
        live: { hyper: { noiseScale: 1 }, speed: 0 },
      });
  });

  it('brings all to the same step, however fast each is, none far ahead of the slowest, and then rests', async () => {
    const { sweep, workers, pass, state } = await begin({ ...PLAN, steps: 1000 }, [500, 90, 10]);
    for (let i = 0; i < 400 && state().phase === 'training'; i++) {
      await pass(1);
      const steps = workers.map(({ step }) => step);
      // Of the slowest three frames, a twentieth of all steps, and what is on its way.
      expect(Math.max(...steps) - Math.min(...steps)).toBeLessThanOrEqual(90);
    }
    await pass(12);
    expect(state()).toMatchObject({ phase: 'done', goal: 1000, step: 1000 });
    expect(stepsOf(sweep)).toEqual([1000, 1000, 1000]);
    expect(playing(sweep)).toEqual([false, false, false]);
  });

  it('measures what is trained on and held out on the way, and at the end of all', async () => {
    const { sweep, pass } = await begin();
    await pass(60);
    for (const { trail } of sweep.models) {
      expect(trail.at(-1)).toEqual({
        step: 100,
        training: { reconstruction: 20, regulariser: 5 },
        heldOut: { reconstruction: 21, regulariser: 5 },
      });
      const steps = trail.map(({ step }) => step);
      expect(steps.length).toBeGreaterThan(1);
      expect(steps).toEqual([...new Set(steps)].sort((a, b) => a - b));
    }
  });

  it('pauses with all at one step, and goes on', async () => {
    const { sweep, pass, state } = await begin({ ...PLAN, steps: 400 }, [30, 20, 10]);
    await pass(8);
    sweep.pause();
    await pass(20);
    const [step] = stepsOf(sweep);
    expect(stepsOf(sweep)).toEqual([step, step, step]);
    expect(step).toBeLessThan(400);
    expect(state()).toMatchObject({ phase: 'paused', step });
    sweep.play();
    await pass(120);
    expect(state()).toMatchObject({ phase: 'done', step: 400 });
  });

  it('takes more steps when it is asked for them', async () => {
    const { sweep, pass, state } = await begin();
    await pass(60);
    sweep.extend();
    expect(state()).toMatchObject({ phase: 'training', goal: 200 });
    await pass(60);
    sweep.extend(7);
    await pass(40);
    expect(state()).toMatchObject({ phase: 'done', goal: 207, step: 207 });
    expect(stepsOf(sweep)).toEqual([207, 207, 207]);
    expect(() => sweep.extend(0)).toThrow('steps is 0');
  });

  it('goes on without one that fails, and with it again after another try', async () => {
    const { sweep, clients, workers, pass, state } = await begin({ ...PLAN, steps: 300 });
    await pass(4);
    workers[1]!.works = false;
    await clients[1]!.fail(
      'frame',
      Object.assign(new Error('out of memory'), { name: 'WorkerError', cause: 'crashed' }),
    );
    expect(state().out).toEqual([false, true, false]);
    expect(sweep.models[1]!.lab.store.getState().failure).not.toBeNull();
    await pass(80);
    expect(state()).toMatchObject({ phase: 'done', step: 300 });

    workers.push({ speed: 20, step: 0, works: true });
    const tried = retryRun(sweep.models[1]!.lab);
    await pass(80);
    await tried;
    expect(state().out).toEqual([false, false, false]);
    // It rests with the others, once it has caught up.
    expect(stepsOf(sweep)).toEqual([300, 300, 300]);
  });

  it('leaves one behind that has lost its loss', async () => {
    const { sweep, clients, pass, state } = await begin({ ...PLAN, steps: 300 });
    await pass(4);
    clients[2]!.emit({ kind: 'diverged', step: 40, restored: 0 });
    await pass(80);
    expect(state()).toMatchObject({ phase: 'done', out: [false, false, true] });
    expect(stepsOf(sweep).slice(0, 2)).toEqual([300, 300]);
    sweep.extend();
    expect(playing(sweep)).toEqual([true, true, false]);
  });

  it('ends where no model goes along any more, and can go on once one of them can', async () => {
    const { sweep, clients, workers, pass, state, base, labs } = await begin({ ...PLAN, steps: 300 });
    labs.scheduler.see(base, true);
    base.store.setState({ run: summaryOf() });
    await pass(4);
    clients[0]!.emit({ kind: 'diverged', step: 40, restored: 0 });
    clients[2]!.emit({ kind: 'diverged', step: 40, restored: 0 });
    await turn();
    expect(state().phase).toBe('training');
    workers[1]!.works = false;
    await clients[1]!.fail(
      'frame',
      Object.assign(new Error('out of memory'), { name: 'WorkerError', cause: 'crashed' }),
    );
    expect(state()).toMatchObject({ phase: 'ended', out: [true, true, true] });
    expect(state().step).toBeLessThan(300);
    expect(playing(sweep)).toEqual([false, false, false]);
    expect(labs.scheduler.training).toEqual([base]);
    sweep.extend(100);
    expect(state()).toMatchObject({ phase: 'ended', goal: 400 });

    workers.push({ speed: 20, step: 0, works: true });
    const tried = retryRun(sweep.models[1]!.lab);
    await pass(20);
    await tried;
    expect(state()).toMatchObject({ phase: 'paused', out: [true, false, true] });
    sweep.play();
    await pass(120);
    expect(state()).toMatchObject({ phase: 'done', step: 400 });
  });

  it('has the page’s other labs rest while it trains', async () => {
    const { sweep, labs, base, pass } = await begin({ ...PLAN, steps: 5000 });
    labs.scheduler.see(base, true);
    base.store.setState({ run: summaryOf() });
    await pass(4);
    expect(labs.scheduler.training).toEqual(sweep.models.map(({ lab }) => lab));
    sweep.pause();
    expect(labs.scheduler.training).toEqual([base]);
  });

  it('opens a model in the lab: its settings, but for pace and engine, and its parameters', async () => {
    const { sweep, base, clients, pass } = await begin();
    await pass(60);
    await base.set({ speed: 100 });
    const opening = sweep.openIn(base, 2);
    await turn();
    const { parameters, trainer } = sleepOf(100);
    await clients[2]!.answer('save', { ...parameters, trainer });
    expect(base.settings).toMatchObject({ beta: 4, noiseScale: 1, hidden: [9], speed: 100, engine: 'auto' });
    const client = clients.at(-1)!;
    expect(clients.length).toBe(4);
    await turn();
    await client.answer('start', summaryOf());
    await client.answer('play', null);
    await turn();
    expect(client.last('load').payload.parameters).toMatchObject({ step: 100, trainer });
    await client.answer('load', null);
    await opening;
  });

  /** A sweep that is done, and a lab with a run of its own, whose worker rests at step 70. */
  async function besideRun() {
    const made = await begin();
    const { base, clients, workers, pass } = made;
    await pass(60);
    workers.push({ speed: 0, step: 70, works: true });
    const begun = base.open();
    await pass(6);
    await begun;
    return { ...made, client: clients[3]! };
  }

  const saved = (step: number) => {
    const { parameters, trainer } = sleepOf(step);
    return { ...parameters, trainer };
  };

  it('can bring back the model that the lab had before, with its settings and at its step', async () => {
    const { sweep, base, clients, client, pass } = await besideRun();
    /** Answers what is saved and loaded until the promise is settled. */
    const settle = async <T>(doing: Promise<T>): Promise<T> => {
      for (let i = 0; i < 6; i++) {
        for (const each of [clients[2]!, client]) {
          if (each.waiting('save') > 0) await each.answer('save', saved(each === client ? 70 : 100));
          if (each.waiting('load') > 0) await each.answer('load', null);
        }
        await pass(1);
      }
      return doing;
    };
    const { beta } = base.settings;
    const back = await settle(sweep.openIn(base, 2));
    expect(base.settings.beta).toBe(4);
    expect(client.last('load').payload.parameters).toMatchObject({ step: 100 });
    await settle(back!());
    expect(base.settings.beta).toBe(beta);
    expect(client.last('load').payload.parameters).toMatchObject({ step: 70 });
  });

  /** A lab in which a model is being opened that has been saved; the one that the lab has is still to be. */
  async function openingBesideRun() {
    const made = await besideRun();
    const opening = made.sweep.openIn(made.base, 2);
    await turn();
    await made.clients[2]!.answer('save', saved(100));
    return { ...made, opening };
  }

  it('takes the place of a moment that is kept only to be looked at, which nothing brings back', async () => {
    const { base, client, opening, pass } = await openingBesideRun();
    const seenOnly = { step: 70, base: 50 };
    await client.fail('save', Object.assign(new RangeError('Step 70 is kept to be looked at'), { seenOnly }));
    await pass(3);
    await client.answer('load', null);
    expect(await opening).toBeNull();
    expect(base.settings.beta).toBe(4);
    expect(client.last('load').payload.parameters).toMatchObject({ step: 100 });
  });

  it('is not opened where the lab has a model that cannot be saved for another reason', async () => {
    const { base, client, opening } = await openingBesideRun();
    await Promise.all([
      expect(opening).rejects.toThrow('out of memory'),
      client.fail('save', new RangeError('out of memory')),
    ]);
    expect(base.settings.beta).toBe(0);
  });

  /** A page whose lab has images of the reader's own. */
  async function withOwnImages() {
    const { labs, clients, draw } = makeLabs();
    const base = labs.add({ id: 'lab', settings: {} });
    const answer = async (): Promise<void> => {
      for (let i = 0; i < 6; i++) {
        for (const client of clients) {
          if (client.waiting('start') > 0) await client.answer('start', summaryOf());
          if (client.waiting('play') > 0) await client.answer('play', null);
        }
        draw();
        await turn();
      }
    };
    const loading = base.loadData(new File([new Uint8Array(4)], 'rows.idx'));
    await answer();
    await loading;
    return { labs, clients, base, answer, library: labs.parts.library as FakeLibrary };
  }

  it('trains on the reader’s own images where the lab does', async () => {
    const { labs, base, answer } = await withOwnImages();
    const sweep = new Sweep(labs, base, PLAN, () => true, 'sweep');
    for (const { lab } of sweep.models) void lab.open();
    await answer();
    for (const { lab } of sweep.models) {
      expect(lab.settings.data).toBe('file');
      expect(lab.dataset).toBe(base.dataset);
      expect(lab.ownImages).toEqual(base.ownImages);
    }
    sweep.dispose();
  });

  it('trains on no others where those cannot be read any more, until they can', async () => {
    const { labs, clients, base, answer, library } = await withOwnImages();
    library.slow = true;
    const sweep = new Sweep(labs, base, PLAN, () => true, 'sweep');
    const begun = clients.length;
    for (const { lab } of sweep.models) void lab.open();
    await answer();
    for (const { reject } of library.waiting.splice(0)) reject(dataFailure());
    await answer();
    expect(library.waiting).toEqual([]);
    expect(clients.slice(begun).filter((client) => client.count('start') > 0)).toEqual([]);
    expect(sweep.store.getState()).toMatchObject({ phase: 'ended', out: [true, true, true] });
    library.slow = false;
    for (const { lab } of sweep.models) {
      expect(lab.store.getState().failure).toMatchObject({ kind: 'data' });
      const tried = retryRun(lab);
      await answer();
      await tried;
      expect(lab.dataset).toBe(base.dataset);
    }
    expect(new Set(library.orders.slice(1).map(({ source }) => source))).toEqual(new Set([base.ownImages]));
    sweep.dispose();
  });

  it('ends its workers when it is cleared away, and asks them for nothing more', async () => {
    const { sweep, labs, clients, pass } = await begin();
    await pass(4);
    sweep.dispose();
    expect(clients.map(({ closed }) => closed)).toEqual([true, true, true]);
    const asked = clients.map(({ asked }) => asked.length);
    await pass(10);
    expect(clients.map(({ asked }) => asked.length)).toEqual(asked);
    expect(labs.all.length).toBe(1);
  });
});
