import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { steeredSweep } from '../../src/embed/steeredSweep';
import { deskOf } from '../../src/figures/sweep/deskOf';
import { FIGURES } from '../../src/figures/table';
import type { Site } from '../../src/panels/context';
import type { Frame } from '../../src/worker/frameProtocol';
import { frameOf, summaryOf, turn } from '../support/fakeClient';
import { makeLabs } from '../support/makeLabs';

beforeEach(() => {
  vi.stubGlobal('window', {});
  return () => void vi.unstubAllGlobals();
});

/** A page with nothing but a sweep of three models, and what is told of it. */
function setUp() {
  const { labs, page, clients, draw } = makeLabs();
  labs.add({ id: 'lab', settings: { noiseScale: 1 } });
  const site: Site = {
    url: 'https://vae.example/',
    figures: [],
    labs,
    page,
    sweeps: { sweep: createStore<string | null>(() => 'b:0,1,8:40') },
    own: {},
    link: () => '',
  };
  const frames: [step: number, model: number | null][] = [];
  const failures: string[] = [];
  const steered = steeredSweep(site, FIGURES.sweep);
  const stop = steered.follow({
    frame: ({ step }: Frame, model) => void frames.push([step, model]),
    failed: (message) => void failures.push(message),
  });
  return { steered, stop, desk: deskOf(site, FIGURES.sweep), site, clients, draw, frames, failures };
}

describe('a page around a sweep', () => {
  it('begins it, pauses it, has it go on, and begins no second one', () => {
    const { steered, desk } = setUp();
    steered.pause();
    expect(desk.sweep).toBeNull();
    steered.play();
    const { sweep } = desk;
    expect(sweep!.models.map(({ value }) => value)).toEqual([0, 1, 8]);
    steered.pause();
    expect(sweep!.store.getState().phase).toBe('paused');
    steered.play();
    expect(sweep!.store.getState().phase).toBe('training');
    expect(desk.sweep).toBe(sweep);
  });

  it('plans the next one, and is refused what is no plan', () => {
    const { steered, desk, site } = setUp();
    steered.plan('r:4,5:30');
    expect(desk.plan).toEqual({ setting: 'seed', values: [4, 5], steps: 30 });
    expect(() => steered.plan('r:4')).toThrow(/sw=r:4 is refused.*two to eight values/);
    expect(() => steered.plan('r:4')).toThrow(RangeError);
    expect(desk.plan.values).toEqual([4, 5]);
    steered.plan('');
    expect(site.sweeps.sweep!.getState()).toBeNull();
  });

  it('is refused single steps, in words', async () => {
    await expect(setUp().steered.step(10)).rejects.toThrow(/step\(10\) is refused.*play\(\)/);
  });

  it('is told of the frames of each model, and of one that cannot go on, until that is ended', async () => {
    const { steered, stop, desk, clients, draw, frames, failures } = setUp();
    steered.play();
    const { models } = desk.sweep!;
    desk.sweep!.see(true);
    const opened = models.map(({ lab }) => lab.open());
    await turn();
    await clients[0]!.answer('start', summaryOf());
    await clients[1]!.answer('start', summaryOf());
    await clients[2]!.fail('start', new Error('out of memory'));
    await Promise.all(opened);
    expect(failures).toEqual([expect.stringMatching(/^beta 8: .*out of memory/)]);
    for (const client of clients.slice(0, 2)) await client.answer('frame', frameOf({ step: 3 }));
    draw();
    expect(frames).toEqual([
      [3, 0],
      [3, 1],
    ]);
    stop();
    for (const client of clients.slice(0, 2)) await client.answer('frame', frameOf({ step: 4 }));
    draw();
    expect(models[0]!.lab.frame!.step).toBe(4);
    expect(frames).toHaveLength(2);
    expect(failures).toHaveLength(1);
  });
});
