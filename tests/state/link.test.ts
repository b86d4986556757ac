import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Lab } from '../../src/state/lab';
import { linkLabs, saidOfAll } from '../../src/state/link';
import { pick } from '../../src/state/pick';
import type { Settings } from '../../src/state/settings';
import { turn } from '../support/fakeClient';
import { createLab, loadOwn, open } from '../support/labs';

afterEach(() => {
  vi.unstubAllGlobals();
});

function linked() {
  const labs = [createLab({ beta: 0 }), createLab({ beta: 1 }), createLab({ beta: 2 })].map(({ lab }) => lab);
  const stop = linkLabs(labs, ['seed', 'hidden']);
  return { labs: labs as [(typeof labs)[0], (typeof labs)[0], (typeof labs)[0]], stop };
}

describe('linked labs', () => {
  it('have the settings in common that are named, whichever of them is changed, and no others', () => {
    const { labs } = linked();
    void labs[1].set({ seed: 7, beta: 5 });
    expect(labs.map(({ settings }) => settings.seed)).toEqual([7, 7, 7]);
    expect(labs.map(({ settings }) => settings.beta)).toEqual([0, 5, 2]);
    void labs[2].set({ hidden: [16] });
    expect(labs.map(({ settings }) => settings.hidden)).toEqual([[16], [16], [16]]);
  });

  it('play and pause together', () => {
    const { labs } = linked();
    const playing = () => labs.map(({ store }) => store.getState().playing);
    labs[0].play();
    expect(playing()).toEqual([true, true, true]);
    labs[2].pause();
    expect(playing()).toEqual([false, false, false]);
  });

  it('go their own ways when the link ends', () => {
    const { labs, stop } = linked();
    stop();
    void labs[0].set({ seed: 7 });
    expect(labs.map(({ settings }) => settings.seed)).toEqual([7, 1, 1]);
  });
});

describe('the images of linked labs', () => {
  const KEYS = ['data', 'variant', 'count', 'size', 'transposed', 'seed'] as const;
  const USUAL = { data: 'uci-digits', variant: '', count: 0, size: 12, transposed: false };
  const own = new File([Uint8Array.of(1)], 'own.idx');

  /** Two labs with runs. */
  async function opened() {
    const made = [await open({ size: 12 }), await open({ size: 12 })] as const;
    const [one, two] = made.map(({ lab }) => lab) as [Lab, Lab];
    linkLabs([one, two], KEYS);
    return { one, two, made };
  }

  it('are those of each where one has opened files, with all that came with these', async () => {
    const { one, two, made } = await opened();
    await loadOwn(made[0], own, { count: 40, size: 32, transposed: true });
    expect(one.settings).toMatchObject({ data: 'file', count: 40, size: 32, transposed: true });
    expect(two.settings).toMatchObject(USUAL);
    expect(made[1].library.orders, 'nothing is read for it').toHaveLength(1);
    void one.set({ seed: 7 });
    expect(two.settings.seed).toBe(7);
  });

  it('are cut and resized for themselves while only one has the files', async () => {
    const { one, two, made } = await opened();
    await loadOwn(made[0], own, { count: 40, size: 32 });
    void one.set({ size: 16, count: 30, seed: 7 });
    await turn();
    expect(two.settings).toMatchObject({ ...USUAL, seed: 7 });
    expect(made[1].library.orders, 'nothing is read for it').toHaveLength(1);
    void two.set({ size: 20, count: 500, seed: 8 });
    await turn();
    expect(one.settings).toMatchObject({ data: 'file', count: 30, size: 16, seed: 8 });
    expect(made[0].library.orders.at(-1)).toMatchObject({ source: { kind: 'files' }, count: 30, size: 16 });
  });

  it('are arranged alike where both have the files', async () => {
    const { one, two, made } = await opened();
    for (const each of made) await loadOwn(each, own, { count: 40, size: 32 });
    void one.set({ size: 16 });
    expect(two.settings).toMatchObject({ data: 'file', count: 40, size: 16 });
  });

  it.each(['one', 'two'] as const)('are those of other data that are chosen in lab %s', async (chosen) => {
    const labs = await opened();
    await loadOwn(labs.made[0], own, { count: 40, size: 32 });
    void labs[chosen].set({ data: 'faces', variant: 'B' });
    for (const { settings } of [labs.one, labs.two])
      expect(settings).toMatchObject({ data: 'faces', variant: 'B', count: 0 });
    expect(labs.two.settings.size).toBe(labs.one.settings.size);
  });

  it('are the same again when other data are chosen', async () => {
    const { one, two, made } = await opened();
    await loadOwn(made[0], own, { count: 40, size: 0 });
    void one.set({ data: 'mnist' });
    expect(one.settings).toMatchObject({ data: 'mnist', count: 0, size: 12 });
    expect(two.settings).toMatchObject(pick(one.settings, KEYS));
  });

  it('are as many as are asked for with other data, also where as many were taken of those before', async () => {
    const { one, two } = await opened();
    void one.set({ count: 500 });
    void one.set({ data: 'strokes', count: 500, variant: '7' });
    for (const { settings } of [one, two]) {
      expect(settings).toMatchObject({ data: 'strokes', count: 500, variant: '7', size: 12 });
    }
  });
});

describe('an address', () => {
  const ids = ['one', 'two'];
  it.each([
    ['says of all what it says of one', { one: { beta: 1 } }, { one: { beta: 1 }, two: { beta: 1 } }],
    ['says of one what is not linked', { two: { beta: 1, seed: 3 } }, { one: { beta: 1 }, two: { beta: 1, seed: 3 } }],
    ['means the last of several', { one: { beta: 1 }, two: { beta: 2 } }, { one: { beta: 2 }, two: { beta: 2 } }],
    ['means no lab of another figure', { three: { beta: 1 } }, { one: {}, two: {} }],
  ])('%s', (_, said, meant) => {
    const changes = (of: Readonly<Record<string, Partial<Settings>>>) =>
      Object.fromEntries(Object.entries(of).map(([id, settings]) => [id, { settings }]));
    expect(saidOfAll(ids, ['beta'], changes(said))).toEqual(changes(meant));
  });

  it('leaves the plane of each to itself', () => {
    const window = { x: 0, y: 0, half: 2 };
    expect(saidOfAll(ids, ['beta'], { two: { window } })).toEqual({
      one: { settings: {} },
      two: { settings: {}, window },
    });
  });
});

describe('a glide in one of several linked labs', () => {
  /** Two labs, the first half-way on its way to β = 4 and σ = 1. */
  async function gliding() {
    const made = [createLab(), createLab()] as const;
    const [one, two] = [made[0].lab, made[1].lab];
    linkLabs([one, two], ['beta', 'noiseScale']);
    const clock = { now: 0 };
    vi.stubGlobal('performance', { now: () => clock.now });
    const done = one.glide({ beta: 4, noiseScale: 1 }, 1000);
    const passTo = async (now: number): Promise<void> => {
      clock.now = now;
      for (const each of made) await each.animate();
    };
    await passTo(500);
    return { one, two, done, passTo };
  }

  it('arrives, and takes the others along', async () => {
    const { one, two, done, passTo } = await gliding();
    for (const { settings } of [one, two]) expect(settings).toMatchObject({ beta: 2, noiseScale: 0.5 });
    await passTo(1000);
    await done;
    for (const { settings } of [one, two]) expect(settings).toMatchObject({ beta: 4, noiseScale: 1 });
  });

  it('ends when another of them is changed by hand', async () => {
    const { one, two, done, passTo } = await gliding();
    void two.set({ beta: 0.1 });
    await passTo(1000);
    await done;
    for (const { settings } of [one, two]) expect(settings).toMatchObject({ beta: 0.1, noiseScale: 0.5 });
  });
});
