import { describe, expect, it } from 'vitest';
import { retryEngine } from '../../src/state/retryEngine';
import { retryRun } from '../../src/state/retryRun';
import { frameOf, summaryOf, turn } from '../support/fakeClient';
import { createLab, dataFailure, land, type MadeLab, open, sleepOf } from '../support/labs';

/** A lab that has trained and then given its worker back. */
async function asleep(step = 40): Promise<MadeLab> {
  const made = await open({}, true);
  const { lab } = made;
  await land(made, step, { training: true });
  lab.allow(false);
  const sleeping = lab.sleep();
  await turn();
  // The frame that was under way, and the one that it comes to rest at.
  await made.client.answer('frame', frameOf({ step, training: true }));
  await made.client.answer('frame', frameOf({ step }));
  await made.client.answer('sleep', sleepOf(step));
  await sleeping;
  await made.draw();
  return made;
}

describe('sleep', () => {
  it('gives the worker back, and keeps the last moment on screen', async () => {
    const { lab, clients, state } = await asleep(40);
    expect(clients).toHaveLength(1);
    expect(clients[0]!.closed).toBe(true);
    expect(state()).toMatchObject({ asleep: true, playing: true, failure: null, run: summaryOf() });
    expect(lab.frame).toMatchObject({ step: 40, training: false });
  });

  it('asks for no frame where the last one shows the moment', async () => {
    const made = await open();
    const asked = made.client.count('frame');
    const sleeping = made.lab.sleep();
    await turn();
    await made.client.answer('sleep', sleepOf(0));
    await sleeping;
    expect(made.client.count('frame')).toBe(asked);
  });

  it('stops the training first, so that it sleeps at the step that it shows', async () => {
    const made = await open({}, true);
    const { lab, client } = made;
    await land(made, 30, { training: true });
    const from = client.asked.length;
    const sleeping = lab.sleep();
    await turn();
    const asked = () => client.asked.slice(from).map(({ type, payload }) => [type, payload.playing]);
    expect(asked()).toEqual([['play', false]]);
    await client.answer('play', null);
    await client.answer('frame', frameOf({ step: 36, training: true }));
    await client.answer('frame', frameOf({ step: 40 }));
    await client.answer('sleep', sleepOf(40));
    await sleeping;
    await made.draw();
    expect(asked().map(([type]) => type)).toEqual(['play', 'frame', 'sleep']);
    expect(lab.frame).toMatchObject({ step: 40, training: false });
    expect(made.state(), 'it goes on when it wakes').toMatchObject({ asleep: true, playing: true });
  });

  it('does nothing to a lab without a run, or one that is being started', async () => {
    const made = createLab();
    await made.lab.sleep();
    const opened = made.lab.open();
    await made.lab.sleep();
    await turn();
    await made.client.answer('start', summaryOf());
    await opened;
    expect(made.client.count('sleep')).toBe(0);
    expect(made.client.closed).toBe(false);
  });

  it('that fails is told, and the run is over', async () => {
    const made = await open();
    const sleeping = made.lab.sleep();
    await turn();
    await made.client.fail('sleep', new Error('no memory'));
    await sleeping;
    expect(made.state()).toMatchObject({ failure: { kind: 'defect', message: 'no memory' }, run: null });
  });
});

describe('waking', () => {
  it('goes on from what was kept, with the images that are there', async () => {
    const made = await asleep(40);
    const { lab, library, state } = made;
    const orders = library.orders.length;
    const points = lab.history.points.length;
    const waking = lab.wake();
    await turn();
    expect(made.clients).toHaveLength(2);
    expect(made.client.last('start').payload).toMatchObject({
      wake: { parameters: { step: 40 } },
      run: { images: { n: 3 } },
    });
    expect(library.orders).toHaveLength(orders);
    await made.client.answer('start', summaryOf());
    await waking;
    expect(state()).toMatchObject({ asleep: false, run: summaryOf() });
    expect(lab.history.points).toHaveLength(points);
    expect(made.client.last('play').payload).toEqual({ playing: false });
    lab.allow(true);
    expect(made.client.last('play').payload).toEqual({ playing: true });
  });

  it('for what is asked of it lasts until the answer, whatever would have it sleep again', async () => {
    const made = await asleep(40);
    const { lab } = made;
    const saved = lab.save();
    await turn();
    // As the scheduler does that finds a lab awake which nobody sees.
    const stop = lab.store.subscribe(({ run, asleep: sleeps }) => void (run !== null && !sleeps && lab.sleep()));
    await made.client.answer('start', summaryOf());
    await turn();
    await lab.sleep();
    expect(made.client.count('sleep')).toBe(0);
    const { parameters, trainer } = sleepOf(40);
    await made.client.answer('save', { ...parameters, trainer });
    expect(await saved).toMatchObject({ step: 40 });
    stop();
    const sleeping = lab.sleep();
    await turn();
    while (made.client.waiting('frame') > 0) await made.client.answer('frame', frameOf({ step: 40 }));
    await made.client.answer('sleep', sleepOf(40));
    await sleeping;
    expect(made.state()).toMatchObject({ asleep: true });
  });

  it('takes in what was changed in the meantime', async () => {
    const made = await asleep();
    const { lab } = made;
    await lab.set({ beta: 7 });
    lab.show('grid', { kind: 'decode', points: Float32Array.of(1, 2) });
    expect(made.clients).toHaveLength(1);
    const waking = lab.wake();
    await turn();
    expect(made.client.last('start').payload.live).toMatchObject({ hyper: { beta: 7 } });
    void lab.set({ beta: 8 });
    await made.client.answer('start', summaryOf());
    await waking;
    expect(made.client.last('configure').payload).toMatchObject({ live: { hyper: { beta: 8 } } });
    expect(made.client.last('frame').payload).toMatchObject({ view: { requests: { grid: { kind: 'decode' } } } });
  });

  it('is done for whoever asks something', async () => {
    const made = await asleep();
    const stepping = made.lab.step(5);
    await turn();
    await made.client.answer('start', summaryOf());
    await turn();
    await made.client.answer('step', frameOf({ step: 45 }));
    expect((await stepping).step).toBe(45);
  });

  it.each([
    ['asleep', () => asleep(40)],
    ['not opened yet', async () => createLab()],
  ] as const)('of a lab that is %s for a step ends with the moment after the step on screen', async (_, make) => {
    const made = await make();
    const stepping = made.lab.step(5);
    await turn();
    await made.client.answer('start', summaryOf());
    await turn();
    // The frame of waking comes first, and is drawn last.
    await made.client.answer('frame', frameOf({ step: 40 }));
    await made.client.answer('step', frameOf({ step: 45 }));
    await stepping;
    await made.draw();
    expect(made.lab.frame!.step).toBe(45);
    expect(made.client.waiting('frame')).toBe(0);
  });

  it('for a step shows what the panels ask for when the step is taken', async () => {
    const made = await asleep();
    const stepping = made.lab.step(5);
    made.lab.show('grid', { kind: 'decode', points: Float32Array.of(1, 2) });
    await turn();
    await made.client.answer('start', summaryOf());
    await turn();
    expect(made.client.last('step').payload).toMatchObject({ view: { requests: { grid: { kind: 'decode' } } } });
    await made.client.answer('step', frameOf({ step: 45 }));
    await stepping;
  });

  it('for parameters to load shows nothing of the moment before', async () => {
    const made = await asleep(40);
    const loading = made.lab.load({} as Parameters<MadeLab['lab']['load']>[0]);
    await turn();
    await made.client.answer('start', summaryOf());
    await turn();
    await made.client.answer('frame', frameOf({ step: 40 }));
    await made.client.answer('load', null);
    await loading;
    await made.draw();
    expect(made.lab.history.points).toEqual([]);
    await land(made, 3);
    expect(made.lab.frame!.step).toBe(3);
  });

  it('is one, however many ask for it', async () => {
    const made = await asleep();
    const all = [made.lab.wake(), made.lab.measure().catch(() => null), made.lab.wake()];
    await turn();
    await made.client.answer('start', summaryOf());
    await turn();
    expect(made.clients).toHaveLength(2);
    expect(made.client.count('start')).toBe(1);
    expect(made.client.count('survey')).toBe(1);
    made.lab.dispose();
    await Promise.all(all);
  });

  it('waits for the end of falling asleep', async () => {
    const made = await open();
    const sleeping = made.lab.sleep();
    const waking = made.lab.wake();
    await turn();
    expect(made.clients).toHaveLength(1);
    await made.client.answer('sleep', sleepOf(3));
    await sleeping;
    await turn();
    expect(made.clients).toHaveLength(2);
    await made.client.answer('start', summaryOf());
    await waking;
    expect(made.state().asleep).toBe(false);
  });

  it('opens a lab that never had a worker', async () => {
    const made = createLab();
    const waking = made.lab.wake();
    await turn();
    expect(made.client.last('start').payload.wake).toBeNull();
    await made.client.answer('start', summaryOf());
    await waking;
    expect(made.state()).toMatchObject({ asleep: false, run: summaryOf() });
  });

  it('begins a new run where one was asked for meanwhile, whatever was kept', async () => {
    const made = await asleep();
    const { lab, library } = made;
    await lab.set({ hidden: [16] });
    expect(made.clients, 'nobody needs a worker yet').toHaveLength(1);
    expect(made.state()).toMatchObject({ asleep: true, starting: false });
    const orders = library.orders.length;
    const waking = lab.wake();
    await turn();
    expect(made.client.last('start').payload).toMatchObject({ wake: null, run: { hidden: [16], images: { n: 3 } } });
    expect(library.orders).toHaveLength(orders);
    await made.client.answer('start', summaryOf());
    await waking;
    expect(made.state()).toMatchObject({ asleep: false, settings: { hidden: [16] } });
    expect(lab.history.points).toEqual([]);
  });

  it('goes on with the run where the change was taken back', async () => {
    const made = await asleep(40);
    await made.lab.set({ data: 'strokes', seed: 9 });
    await made.lab.set({ data: 'uci-digits', seed: 1 });
    void made.lab.wake();
    await turn();
    expect(made.client.last('start').payload).toMatchObject({ wake: { parameters: { step: 40 } } });
  });

  it('goes on with the run where the images of the new one cannot be had', async () => {
    const made = await asleep(40);
    made.library.slow = true;
    await made.lab.set({ data: 'strokes' });
    const stepping = made.lab.step(5);
    await turn();
    made.library.waiting.shift()!.reject(dataFailure());
    await turn();
    expect(made.notices()).toMatchObject([{ kind: 'data' }]);
    expect(made.client.last('start').payload).toMatchObject({ wake: { parameters: { step: 40 } } });
    await made.client.answer('start', summaryOf());
    await turn();
    await made.client.answer('step', frameOf({ step: 45 }));
    expect((await stepping).step).toBe(45);
    expect(made.lab.settings.data).toBe('uci-digits');
  });

  it.each([
    ['a step', 'step', (lab) => lab.step(5)],
    ['a reset', 'play', (lab) => lab.reset()],
  ] as readonly [string, 'step' | 'play', (lab: MadeLab['lab']) => Promise<unknown>][])(
    'for %s is of the images that were asked for meanwhile',
    async (_, next, ask) => {
      const made = await asleep(40);
      await made.lab.set({ data: 'strokes' });
      void ask(made.lab);
      await turn();
      expect(made.library.orders.at(-1)!.source).toMatchObject({ set: 'strokes' });
      expect(made.client.last('start').payload).toMatchObject({ wake: null });
      await made.client.answer('start', summaryOf());
      await turn();
      expect(made.client.waiting(next)).toBe(1);
      expect(made.lab.dataset!.name).toBe('strokes');
    },
  );

  it('has no worker for a change that comes while it falls asleep', async () => {
    const made = await open();
    const sleeping = made.lab.sleep();
    const set = made.lab.set({ seed: 3 });
    await turn();
    await made.client.answer('sleep', sleepOf(7));
    await Promise.all([sleeping, set]);
    expect(made.clients).toHaveLength(1);
    expect(made.state()).toMatchObject({ asleep: true, settings: { seed: 3 } });
    void made.lab.wake();
    await turn();
    expect(made.client.last('start').payload).toMatchObject({ wake: null, run: { seed: 3 } });
  });

  it('of a lab that was never opened is with the settings that it was given meanwhile', async () => {
    const made = createLab();
    await made.lab.set({ seed: 3, data: 'strokes' });
    expect(made.clients).toEqual([]);
    expect(made.library.orders).toEqual([]);
    void made.lab.wake();
    await turn();
    expect(made.client.last('start').payload).toMatchObject({ run: { seed: 3 } });
    expect(made.library.orders).toMatchObject([{ source: { kind: 'set', set: 'strokes' } }]);
  });
});

describe('a failure', () => {
  const workerError = (cause: string) =>
    Object.assign(new Error('worker.js did not load'), { name: 'WorkerError', cause });

  it.each(['missing', 'refused', 'crashed'])('of the worker (%s) is told with its cause', async (cause) => {
    const made = createLab();
    const opened = made.lab.open();
    await turn();
    await made.client.fail('start', workerError(cause));
    await opened;
    expect(made.state().failure).toEqual({ kind: 'worker', of: 'training', cause, message: 'worker.js did not load' });
  });

  it('of a new run does not lead back to the one that was kept before it', async () => {
    const made = await asleep(40);
    const waking = made.lab.wake();
    await turn();
    await made.client.answer('start', summaryOf());
    await waking;
    const set = made.lab.set({ hidden: [16] });
    await turn();
    await made.client.fail('start', Object.assign(new Error('no engine'), { name: 'EngineError', engines: [] }));
    await set;
    expect(made.state().failure).toMatchObject({ kind: 'engines' });
    const retried = retryRun(made.lab);
    await turn();
    expect(made.client.last('start').payload).toMatchObject({ wake: null, run: { hidden: [16], images: { n: 3 } } });
    await made.client.answer('start', summaryOf());
    await retried;
    expect(made.state()).toMatchObject({ failure: null, run: summaryOf() });
  });

  it.each([
    ['a step', 'step', (lab) => lab.step(1)],
    ['numbers', 'survey', (lab) => lab.measure()],
  ] as readonly [string, 'step' | 'survey', (lab: MadeLab['lab']) => Promise<unknown>][])(
    'of a worker that rests is told when %s is asked of it',
    async (_, type, ask) => {
      const made = await open();
      const asked = ask(made.lab);
      await Promise.all([
        expect(asked).rejects.toMatchObject({ name: 'WorkerError' }),
        made.client.fail(type, workerError('crashed')),
      ]);
      expect(made.state()).toMatchObject({ failure: { kind: 'worker', of: 'training', cause: 'crashed' }, run: null });
    },
  );

  it('of what was asked is told to the asker alone', async () => {
    const made = await open();
    const asked = made.lab.encode(new Float32Array(2));
    await Promise.all([expect(asked).rejects.toThrow('rows'), made.client.fail('encode', new RangeError('no rows'))]);
    expect(made.state()).toMatchObject({ failure: null, run: summaryOf() });
  });

  it('of a worker is not taken for that of an engine', async () => {
    const made = await open();
    const set = made.lab.set({ engine: 'webgl' });
    await made.client.fail('engine', workerError('crashed'));
    await set;
    expect(made.state()).toMatchObject({ failure: { kind: 'worker' }, settings: { engine: 'webgl' } });
    expect(made.notices()).toEqual([]);
  });

  it('of a worker ends another try for an engine, too', async () => {
    const made = await open({ engine: 'webgl' });
    const again = retryEngine(made.lab);
    await made.client.fail('engine', workerError('crashed'));
    await again;
    expect(made.state()).toMatchObject({ failure: { kind: 'worker' } });
    expect(made.notices()).toEqual([]);
  });

  it('of a worker that was awake leads back, by another try, to where the run was last kept', async () => {
    const made = await asleep(40);
    const { lab, state } = made;
    const waking = lab.wake();
    await turn();
    await made.client.answer('start', summaryOf());
    await waking;
    await land(made, 60);
    lab.show('hover', { kind: 'rebuild', indices: Uint32Array.of(1) });
    await made.client.fail('frame', workerError('crashed'));
    expect(state()).toMatchObject({ failure: { kind: 'worker', cause: 'crashed' } });
    await lab.wake();
    expect(made.clients, 'only the reader tries again').toHaveLength(2);
    const retried = retryRun(lab);
    await turn();
    expect(made.client.last('start').payload).toMatchObject({ wake: { parameters: { step: 40 } } });
    await made.client.answer('start', summaryOf());
    await retried;
    expect(state().failure).toBeNull();
    expect(lab.history.points.map(({ step }) => step)).toEqual([0, 40]);
  });
});

describe('dispose', () => {
  it('ends the worker and every subscription, and nothing follows', async () => {
    const made = await open({}, true);
    const { lab, client, state } = made;
    const seen: number[] = [];
    lab.on('frame', ({ step }) => seen.push(step));
    await client.answer('frame', frameOf({ step: 9 }));
    lab.dispose();
    expect(client.closed).toBe(true);
    await made.draw();
    await lab.wake();
    await turn();
    expect(seen).toEqual([]);
    expect(state().failure).toBeNull();
    expect(made.clients).toHaveLength(1);
  });
});
