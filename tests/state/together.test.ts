import { describe, expect, it } from 'vitest';
import { linkLabs } from '../../src/state/link';
import { bindTogether } from '../../src/state/together';
import { frameOf, summaryOf, turn } from '../support/fakeClient';
import { createLab, type MadeLab, open, sleepOf } from '../support/labs';

/** Two labs with runs, whose workers answer what `settle` lets them. */
async function together() {
  const made = [await open(), await open()] as [MadeLab, MadeLab];
  const labs = made.map(({ lab }) => lab);
  const keys = ['seed', 'batchSize', 'data'] as const;
  const stops = [linkLabs(labs, keys), bindTogether(labs, keys)];
  const stop = (): void => {
    for (const each of stops) each();
  };
  const settle = async (): Promise<void> => {
    for (let quiet = 0; quiet < 3; quiet++) {
      await turn();
      for (const each of made) {
        const { client } = each;
        if (client.waiting('start') > 0) await client.answer('start', summaryOf());
        else if (client.waiting('play') > 0) await client.answer('play', null);
        else if (client.waiting('configure') > 0) await client.answer('configure', null);
        else if (client.waiting('frame') > 0) {
          await client.answer('frame', frameOf());
          await each.draw();
        } else continue;
        quiet = 0;
      }
    }
  };
  await settle();
  return { made, stop, settle, starts: () => made.map(({ client }) => client.count('start')) };
}

describe('labs that are compared', () => {
  it('begin again together, whichever is asked to, and once each', async () => {
    const { made, settle, starts } = await together();
    void made[1].lab.reset();
    await settle();
    expect(starts()).toEqual([2, 2]);
    void made[0].lab.reset();
    await settle();
    expect(starts()).toEqual([3, 3]);
  });

  it('begin again together when one of them is to have another posterior, which is its own', async () => {
    const { made, settle, starts } = await together();
    void made[1].lab.set({ posterior: 'box' });
    await settle();
    expect(starts()).toEqual([2, 2]);
    const families = made.map(({ client }) => client.last('start').payload);
    expect(families).toMatchObject([{ run: { posterior: 'diagonal' } }, { run: { posterior: 'box' } }]);
  });

  it('begin again once for a setting that they have in common', async () => {
    const { made, settle, starts } = await together();
    void made[0].lab.set({ seed: 5 });
    await settle();
    expect(starts()).toEqual([2, 2]);
    for (const { lab } of made) expect(lab.settings.seed).toBe(5);
  });

  it('open the images of one in all, and go back to them together', async () => {
    const { made, settle, starts } = await together();
    const file = new File([new Uint8Array(4)], 'rows.idx');
    const loading = made[1].lab.loadData([file]);
    await settle();
    await loading;
    await settle();
    expect(starts()).toEqual([2, 2]);
    for (const { lab, library } of made) {
      expect(lab.settings.data).toBe('file');
      expect(library.orders.at(-1)!.source).toEqual({ kind: 'files', files: [file] });
    }
    for (const data of ['strokes', 'file'] as const) {
      void made[0].lab.set({ data });
      await settle();
      for (const { lab } of made) expect(lab.settings.data).toBe(data);
    }
  });

  it('go each at its own pace while one has what was loaded in it alone, and in step again once both begin again', async () => {
    const { made, settle, starts } = await together();
    const [left, right] = made;
    const { parameters } = sleepOf(3000);
    const loading = left.lab.load(parameters);
    await turn();
    await left.client.answer('load', null);
    await loading;
    await left.client.answer('frame', frameOf({ step: 3000 }));
    await left.draw();
    await settle();
    expect(made.map(({ lab }) => lab.store.getState().brought)).toEqual([true, false]);
    expect(right.client.count('step'), 'is not trained to where the other is').toBe(0);
    left.lab.play();
    expect(left.client.last('play').payload).toEqual({ playing: true });
    left.lab.pause();

    void right.lab.reset();
    await settle();
    expect(starts()).toEqual([2, 2]);
    expect(made.map(({ lab }) => lab.store.getState().brought)).toEqual([false, false]);
    left.lab.play();
    expect(left.client.last('play').payload).toEqual({ playing: true, until: 1 });
  });

  it('train at once, each at its own pace, where one has other weights before they are bound', async () => {
    const made = [await open(), await open()] as [MadeLab, MadeLab];
    const labs = made.map(({ lab }) => lab);
    // As labs of a page that are to be compared.
    for (const lab of labs) lab.bind({ until: 0, from: 0 });
    labs[1]!.store.setState({ brought: true });
    const stop = bindTogether(labs, []);
    for (const { lab, client } of made) {
      lab.play();
      expect(client.last('play').payload).toEqual({ playing: true });
    }
    stop();
  });

  it('tell the worker how far it may go, and from when on a change of the batches holds', async () => {
    const { made } = await together();
    made[0].lab.play();
    for (const { client } of made) expect(client.last('play').payload).toEqual({ playing: true, until: 1 });
    void made[1].lab.set({ batchSize: 16 });
    for (const { client } of made)
      expect(client.last('configure').payload).toMatchObject({ live: { batchSize: 16 }, from: 1 });
  });

  it('go their own ways when that ends', async () => {
    const { made, stop, settle, starts } = await together();
    stop();
    void made[0].lab.reset();
    await settle();
    expect(starts()).toEqual([2, 1]);
  });
});

describe('the planes of labs that are compared', () => {
  it('show the same layers and the same image, from the first of them on', () => {
    const [left, right] = [createLab().lab, createLab().lab];
    left.selection.select(1);
    right.layers.set({ gaps: true });
    const stop = bindTogether([left, right], []);
    expect(right.selection.index).toBe(1);
    expect(right.layers.shown).not.toContain('gaps');
    right.layers.set({ density: true });
    expect(left.layers.shown).toContain('density');
    right.selection.redraw();
    expect(left.selection.store.getState()).toEqual({ index: 1, draw: 1 });
    right.selection.release();
    expect(left.selection.index).toBeNull();
    stop();
    left.selection.select(2);
    expect(right.selection.index).toBeNull();
  });
});
