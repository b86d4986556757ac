import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Lab } from '../../src/state/lab';
import { retryRun } from '../../src/state/retryRun';
import { frameOf, summaryOf, turn } from '../support/fakeClient';
import { createLab, land, type MadeLab, open, sleepOf } from '../support/labs';

describe('frames', () => {
  it('are asked for one at a time, and the next when the last is being drawn', async () => {
    const { lab, client, draw } = await open();
    lab.play();
    expect(client.waiting('frame')).toBe(1);
    for (let step = 1; step <= 5; step++) {
      lab.show('lens', { kind: 'decode', points: Float32Array.of(step, 0) });
      expect(client.waiting('frame')).toBe(1);
      await client.answer('frame', frameOf({ step }));
      expect(client.waiting('frame'), 'not before it is drawn').toBe(0);
      expect(lab.frame!.step).toBe(step - 1);
      await draw();
      expect(lab.frame!.step).toBe(step);
    }
    expect(client.waiting('frame')).toBe(1);
  });

  it('give their place, while they wait to be drawn, to one that knows of a setting that has changed', async () => {
    const { lab, client, draw } = await open();
    lab.play();
    await client.answer('frame', frameOf({ step: 1, beta: 0 }));
    void lab.set({ beta: 1 });
    void lab.set({ beta: 2 });
    expect(client.waiting('frame'), 'one in flight').toBe(1);
    await client.answer('frame', frameOf({ step: 2, beta: 1 }));
    expect(client.waiting('frame'), 'of the second change').toBe(1);
    await client.answer('frame', frameOf({ step: 3, beta: 2 }));
    expect(client.waiting('frame'), 'then the next when this one is drawn').toBe(0);
    const seen: number[] = [];
    lab.on('frame', ({ step }) => seen.push(step));
    await draw();
    expect(seen).toEqual([3]);
    expect(client.waiting('frame')).toBe(1);
    await draw();
    expect(seen, 'drawn once').toEqual([3]);
  });

  it('leave their losses, which are those since the frame before, to one in their place that had no step since', async () => {
    const { lab, client, draw } = await open();
    lab.play();
    const losses = { reconstruction: 7, regulariser: 1, total: 8 };
    await client.answer('frame', frameOf({ step: 5, losses }));
    void lab.set({ beta: 1 });
    await client.answer('frame', frameOf({ step: 5, beta: 1, losses: null }));
    await draw();
    expect(lab.frame).toMatchObject({ step: 5, beta: 1, losses });
    expect(lab.history.points.map(({ step }) => step)).toEqual([0, 5]);
    await client.answer('frame', frameOf({ step: 6, losses }));
    void lab.set({ beta: 2 });
    const later = { reconstruction: 6, regulariser: 1, total: 7 };
    await client.answer('frame', frameOf({ step: 7, beta: 2, losses: later }));
    await draw();
    expect(lab.frame).toMatchObject({ step: 7, losses: later });
  });

  it('are first of the axes, and of the run that plays, with the settings that were changed while it began', async () => {
    const { lab, clients } = createLab({ latent: 4 }, true);
    void lab.open();
    await turn();
    void lab.set({ axisX: 3, axisY: 2, beta: 5 });
    const [client] = clients;
    await client!.answer('start', summaryOf());
    expect(client!.asked.map(({ type }) => type)).toEqual(['start', 'configure', 'play', 'frame']);
    expect(client!.last('configure').payload.live).toMatchObject({ hyper: { beta: 5 } });
    expect(client!.last('frame').payload.view).toMatchObject({ axes: [2, 1] });
  });

  describe('that are out of date when their picture is due', () => {
    beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
    afterEach(() => void vi.useRealTimers());

    it('wait a few ms for one of the changed setting', async () => {
      const { lab, client, draw } = await open();
      const seen: number[] = [];
      lab.on('frame', ({ step }) => seen.push(step));
      lab.play();
      await client.answer('frame', frameOf({ step: 1 }));
      void lab.set({ beta: 1 });
      await draw();
      vi.advanceTimersByTime(7);
      expect(seen).toEqual([]);
      await client.answer('frame', frameOf({ step: 2, beta: 1 }));
      expect(seen, 'at once').toEqual([2]);
      vi.advanceTimersByTime(8);
      expect(seen, 'once').toEqual([2]);
      expect(client.waiting('frame'), 'the next').toBe(1);
    });

    it('are drawn after those few ms, though that has not come', async () => {
      const { lab, client, draw } = await open();
      lab.play();
      await client.answer('frame', frameOf({ step: 1 }));
      void lab.set({ beta: 1 });
      await draw();
      vi.advanceTimersByTime(8);
      expect(lab.frame!.step).toBe(1);
      expect(client.waiting('frame'), 'still one in flight').toBe(1);
      await client.answer('frame', frameOf({ step: 2, beta: 1 }));
      await draw();
      expect(lab.frame!.step).toBe(2);
    });
  });

  it('are asked for at rest as soon as a setting is changed, after the worker has been told of it', async () => {
    const made = await open();
    const { lab, client } = made;
    const asked = client.count('frame');
    void lab.set({ beta: 3 });
    expect(client.count('configure')).toBe(1);
    expect(client.count('frame')).toBe(asked + 1);
    await client.answer('configure', null);
    await land(made);
    expect(client.count('frame'), 'once').toBe(asked + 1);
  });

  it('reach every listener, whatever another throws, which is told as an uncaught error', async () => {
    const { lab, client, draw } = await open();
    const error = new Error('of a script');
    const later: (() => void)[] = [];
    const queue = vi.spyOn(globalThis, 'queueMicrotask').mockImplementation((work) => void later.push(work));
    const seen: number[] = [];
    lab.on('frame', () => {
      throw error;
    });
    lab.on('frame', ({ step }) => seen.push(step));
    lab.play();
    await client.answer('frame', frameOf({ step: 7 }));
    await draw();
    queue.mockRestore();
    expect(seen).toEqual([7]);
    expect(later).toHaveLength(1);
    expect(later[0]).toThrow(error);
  });

  it('are asked for when paused only after something changed', async () => {
    const made = await open();
    const { lab, client } = made;
    const asked = client.count('frame');
    await turn();
    expect(client.count('frame')).toBe(asked);
    lab.show('grid', { kind: 'decode', points: Float32Array.of(1, 2) });
    expect(client.count('frame')).toBe(asked + 1);
    // Changed again while one is under way: once more, however often.
    lab.show('grid', { kind: 'decode', points: Float32Array.of(3, 4) });
    lab.show('grid', { kind: 'decode', points: Float32Array.of(5, 6) });
    await land(made);
    expect(client.count('frame')).toBe(asked + 2);
    expect(client.last('frame').payload.view).toMatchObject({ requests: { grid: { points: Float32Array.of(5, 6) } } });
    await land(made);
    expect(client.count('frame')).toBe(asked + 2);
  });

  it('show what each panel has asked for last, until it asks no more', async () => {
    const { lab, client } = await open();
    const grid = { kind: 'decode', points: Float32Array.of(1, 2) } as const;
    const hover = { kind: 'rebuild', indices: Uint32Array.of(3) } as const;
    lab.show('grid', { kind: 'decode', points: Float32Array.of(9, 9) });
    lab.show('grid', grid);
    lab.show('another grid', grid);
    lab.show('hover', hover);
    void lab.step();
    expect(client.last('step').payload.view).toEqual({ axes: null, requests: { grid, 'another grid': grid, hover } });
    lab.show('grid', null);
    lab.show('nothing', null);
    void lab.step();
    expect(client.last('step').payload.view).toEqual({ axes: null, requests: { 'another grid': grid, hover } });
  });

  it('reach every listener until it leaves, and the history', async () => {
    const made = await open();
    const { lab } = made;
    const [first, second] = [vi.fn(), vi.fn()];
    lab.on('frame', first);
    const leave = lab.on('frame', second);
    lab.play();
    await land(made, 1);
    leave();
    await land(made, 2);
    expect(first.mock.calls.map(([frame]) => frame.step)).toEqual([1, 2]);
    expect(second.mock.calls.map(([frame]) => frame.step)).toEqual([1]);
    expect(lab.history.points.map(({ step }) => step)).toEqual([0, 1, 2]);
  });

  it('that fail end the run: what is drawn stays, and another try begins anew', async () => {
    const made = await open();
    const { lab, client, clients, state } = made;
    lab.play();
    const { frame } = lab;
    await client.fail('frame', new Error('the context is lost'));
    expect(state()).toMatchObject({ run: null, failure: { kind: 'defect', message: 'the context is lost' } });
    expect(lab.frame).toBe(frame);
    expect(client.closed).toBe(true);
    await expect(lab.measure(), 'there is nobody to ask').rejects.toThrow('the context is lost');
    expect(clients).toHaveLength(1);
    const retried = retryRun(lab);
    await turn();
    await made.client.answer('start', summaryOf());
    await retried;
    expect(clients).toHaveLength(2);
    expect(made.client.last('start').payload.run).toMatchObject({ images: { n: 3 } });
    expect(state().failure).toBeNull();
  });

  it('of a run that is over are not shown', async () => {
    const { lab, client, draw } = await open();
    lab.play();
    await client.answer('frame', frameOf({ step: 5000 }));
    const resetting = lab.reset();
    await turn();
    await client.answer('start', summaryOf());
    await resetting;
    await draw();
    expect(lab.frame!.step).not.toBe(5000);
    expect(lab.history.points).toEqual([]);
    await client.answer('frame', frameOf({ step: 2 }));
    await draw();
    expect(lab.frame!.step).toBe(2);
    expect(lab.history.points.map(({ step }) => step)).toEqual([2]);
  });

  it('from before loaded parameters are not shown', async () => {
    const made = await open();
    const { lab, client, draw } = made;
    lab.show('hover', { kind: 'rebuild', indices: Uint32Array.of(1) });
    await client.answer('frame', frameOf({ step: 5000 }));
    const loading = lab.load({} as Parameters<Lab['load']>[0]);
    await client.answer('load', null);
    await loading;
    await draw();
    expect(lab.history.points).toEqual([]);
    await land(made, 3);
    expect(lab.frame!.step).toBe(3);
  });
});

describe('step', () => {
  it('pauses and resolves with the frame after the steps', async () => {
    const { lab, client, state } = await open();
    lab.play();
    const stepping = lab.step(100);
    expect(state().playing).toBe(false);
    expect(client.last('step').payload).toMatchObject({ count: 100 });
    const frame = frameOf({ step: 100 });
    await client.answer('step', frame);
    expect(await stepping).toBe(frame);
    expect(lab.frame).toBe(frame);
  });

  it('is not undone by a frame that was asked for before it', async () => {
    const { lab, client, draw } = await open();
    const seen: number[] = [];
    lab.on('frame', ({ step }) => seen.push(step));
    lab.play();
    const stepping = lab.step(10);
    // The frame under way arrives and waits to be drawn; the steps overtake it.
    await client.answer('frame', frameOf({ step: 40 }));
    await client.answer('step', frameOf({ step: 50 }));
    await stepping;
    await draw();
    expect(lab.frame!.step).toBe(50);
    expect(seen).toEqual([50]);
    lab.show('hover', { kind: 'rebuild', indices: Uint32Array.of(1) });
    expect(client.waiting('frame'), 'frames go on').toBe(1);
  });

  it.each([-1, 0.5, Number.NaN, 1_000_001])('refuses a count of %s', async (count) => {
    const { lab, client } = await open();
    await expect(lab.step(count)).rejects.toThrow(RangeError);
    await expect(lab.step(count)).rejects.toThrow(`count is ${count}`);
    expect(client.count('step')).toBe(0);
  });

  it('rejects with what went wrong', async () => {
    const { lab, client } = await open();
    const stepping = lab.step();
    await Promise.all([expect(stepping).rejects.toThrow('broke'), client.fail('step', new Error('it broke'))]);
  });
});

describe('playing', () => {
  it('is asked of the worker once for each change', async () => {
    const { lab, client } = await open();
    const asked = client.count('play');
    lab.play();
    lab.play();
    lab.pause();
    lab.pause();
    expect(client.count('play')).toBe(asked + 2);
    expect(client.last('play').payload).toEqual({ playing: false });
  });

  it('rests while nobody can see it, and the wish stays', async () => {
    const made = await open();
    const { lab, client, state } = made;
    lab.play();
    lab.allow(false);
    expect(client.last('play').payload).toEqual({ playing: false });
    expect(state().playing).toBe(true);
    await land(made);
    // Where it came to rest.
    await land(made);
    expect(client.waiting('frame'), 'no more frames').toBe(0);
    const asked = client.count('play');
    lab.allow(false);
    expect(client.count('play')).toBe(asked);
    lab.allow(true);
    expect(client.last('play').payload).toEqual({ playing: true });
    expect(client.waiting('frame')).toBe(1);
  });

  it('does not begin by being seen', async () => {
    const { lab, client, state } = await open();
    lab.allow(false);
    lab.allow(true);
    expect(client.last('play').payload).toEqual({ playing: false });
    expect(state().playing).toBe(false);
  });

  it('begins when there is a run and the lab is in sight', async () => {
    const made = createLab();
    made.lab.play();
    made.lab.allow(false);
    expect(made.clients).toEqual([]);
    const opened = made.lab.open();
    await turn();
    await made.client.answer('start', summaryOf());
    await opened;
    expect(made.client.last('play').payload).toEqual({ playing: false });
    made.lab.allow(true);
    expect(made.client.last('play').payload).toEqual({ playing: true });
  });

  it('that fails ends the run', async () => {
    const { lab, client, state } = await open();
    lab.play();
    await client.fail('play', new Error('no engine'));
    expect(state()).toMatchObject({ failure: { kind: 'defect', message: 'no engine' } });
  });
});

describe('waiting for its turn', () => {
  it('is told to the worker, as long as the reader wants the lab to train', async () => {
    const { lab, client } = await open();
    const told = () => client.last('play').payload;
    lab.play();
    lab.allow(false, true);
    expect(told()).toEqual({ playing: false, waits: true });
    lab.pause();
    expect(told(), 'it rests').toEqual({ playing: false });
    lab.play();
    expect(told()).toEqual({ playing: false, waits: true });
    lab.allow(false);
    expect(told(), 'it rests').toEqual({ playing: false });
    lab.allow(true);
    expect(told()).toEqual({ playing: true });
  });

  it('ends with a frame of rest when it goes out of sight, or to sleep', async () => {
    const made = await open();
    const { lab, client } = made;
    lab.play();
    await land(made, 10, { training: true });
    lab.allow(false, true);
    await land(made, 12, { training: true });
    await land(made, 12);
    expect(client.waiting('frame')).toBe(0);
    const sleeping = lab.sleep();
    await turn();
    expect(client.last('play').payload, 'the last frame is not of rest').toEqual({ playing: false });
    while (client.waiting('play') > 0) await client.answer('play', null);
    expect(client.waiting('frame')).toBe(1);
    await client.answer('frame', frameOf({ step: 12 }));
    await client.answer('sleep', sleepOf(12));
    await sleeping;
  });
});

describe('at rest', () => {
  it.each([
    ['a pause', ({ lab }) => lab.pause()],
    ['going out of sight', ({ lab }) => lab.allow(false)],
    ['a lost loss', ({ client }) => client.emit({ kind: 'diverged', step: 35, restored: 20 })],
  ] as readonly [string, (made: MadeLab) => void][])('after %s one more frame shows where it ended', async (_, end) => {
    const made = await open();
    const { lab, client, draw } = made;
    lab.play();
    await land(made, 10, { training: true });
    end(made);
    // The one that was under way is of a moment before.
    await land(made, 12, { training: true });
    await land(made, 20);
    expect(lab.frame).toMatchObject({ step: 20, training: false });
    const asked = client.count('frame');
    await draw();
    expect(client.count('frame'), 'and no other').toBe(asked);
    expect(client.waiting('frame')).toBe(0);
  });

  it('after steps the frame that they are answered with is the only one', async () => {
    const made = await open();
    const { lab, client } = made;
    lab.play();
    await land(made, 10, { training: true });
    const stepping = lab.step(5);
    await client.answer('frame', frameOf({ step: 11, training: true }));
    await client.answer('step', frameOf({ step: 16 }));
    await stepping;
    await made.draw();
    expect(lab.frame).toMatchObject({ step: 16, training: false });
    expect(client.waiting('frame')).toBe(0);
  });
});
