import { describe, expect, it } from 'vitest';
import { summaryOf, turn } from '../support/fakeClient';
import type { MadeLab } from '../support/labs';
import { createLab, dataFailure, datasetOf, open } from '../support/labs';

const file = new File([Uint8Array.of(1)], 'own.idx');

/** The images and the settings that a worker was last started with; 'kept' for those that it has. */
function lastStart({ client }: MadeLab): { images: unknown; seed: unknown; hidden: unknown } {
  const { run } = client.last('start').payload as {
    run: { images: { n: number } | null; seed: number; hidden: unknown };
  };
  return { images: run.images?.n ?? 'kept', seed: run.seed, hidden: run.hidden };
}

/** Images that can be told from others by their number. */
const imagesOf = (n: number) => ({ ...datasetOf(String(n)), n, images: new Float32Array(n) });

/** A lab with a run of three images, whose further images are the test's to give. */
async function openSlow(settings = {}): Promise<MadeLab> {
  const made = await open(settings);
  made.library.slow = true;
  return made;
}

describe('a start while another is with the worker', () => {
  /** New images of four are with the worker, which has not answered. */
  async function sent(): Promise<MadeLab & { readonly first: Promise<void> }> {
    const made = await openSlow();
    const first = made.lab.set({ data: 'strokes' });
    await turn();
    made.library.waiting.shift()!.resolve(imagesOf(4));
    await turn();
    expect(lastStart(made).images).toBe(4);
    return Object.assign(made, { first });
  }

  it.each([
    ['another model', (lab) => lab.set({ latent: 3 })],
    ['a reset', (lab) => lab.reset()],
  ] as readonly [string, (lab: MadeLab['lab']) => Promise<void>][])('%s is of the same images', async (_, change) => {
    const made = await sent();
    const second = change(made.lab);
    await turn();
    expect(lastStart(made).images, 'the worker has them').toBe('kept');
    await made.client.answer('start', summaryOf({ parameterCount: 1 }));
    await made.client.answer('start', summaryOf({ parameterCount: 2 }));
    await Promise.all([made.first, second]);
    expect(made.state()).toMatchObject({ starting: false, run: { parameterCount: 2 }, dataset: { n: 4 } });
    expect(made.lab.settings.data).toBe('strokes');
  });

  it('that fails for want of images leaves the other, and its settings', async () => {
    const made = await sent();
    const second = made.lab.set({ data: 'uci-digits', size: 16, seed: 9 });
    await turn();
    made.library.waiting.shift()!.reject(dataFailure());
    await second;
    expect(made.lab.settings).toMatchObject({ data: 'strokes', size: 0, seed: 1 });
    expect(made.notices()).toMatchObject([{ kind: 'data' }]);
    expect(made.state().starting).toBe(true);
    await made.client.answer('start', summaryOf({ parameterCount: 1 }));
    await made.first;
    expect(made.state()).toMatchObject({ starting: false, run: { parameterCount: 1 }, dataset: { n: 4 } });
  });

  it('of a file that cannot be read leaves the first run of all', async () => {
    const made = createLab();
    const opened = made.lab.open();
    await turn();
    made.library.slow = true;
    const loading = made.lab.loadData(file);
    await turn();
    const rejected = expect(loading).rejects.toThrow('holiday.png');
    made.library.waiting.shift()!.reject(dataFailure());
    await rejected;
    await made.client.answer('start', summaryOf());
    await opened;
    expect(made.state()).toMatchObject({ run: summaryOf(), failure: null, asleep: false, starting: false });
  });

  it('takes the place of one that no engine can train', async () => {
    const made = await open();
    const first = made.lab.set({ hidden: [1024] });
    await turn();
    const second = made.lab.set({ hidden: [16] });
    await turn();
    await made.client.fail('start', Object.assign(new Error('no engine'), { name: 'EngineError', engines: [] }));
    expect(made.state().failure).toBeNull();
    await made.client.answer('start', summaryOf({ parameterCount: 2 }));
    await Promise.all([first, second]);
    expect(made.state()).toMatchObject({ failure: null, run: { parameterCount: 2 } });
  });

  it('is of the files that the other is of', async () => {
    const made = await openSlow();
    const loading = made.lab.loadData(file);
    await turn();
    made.library.waiting.shift()!.resolve(imagesOf(5));
    await turn();
    void made.lab.set({ seed: 2 });
    await turn();
    await made.client.answer('start', summaryOf());
    await made.client.answer('start', summaryOf());
    expect((await loading).n).toBe(5);
    expect(made.lab.settings).toMatchObject({ data: 'file', seed: 2 });
    void made.lab.set({ size: 16 });
    await turn();
    expect(made.library.waiting[0]!.order).toMatchObject({ source: { kind: 'files' }, size: 16 });
  });
});

describe('a start while images are being read', () => {
  it('waits for them, however soon it comes', async () => {
    const made = await openSlow();
    const first = made.lab.set({ data: 'strokes' });
    const second = made.lab.set({ seed: 5 });
    await turn();
    made.library.waiting.shift()!.resolve(imagesOf(4));
    await turn();
    expect(lastStart(made)).toMatchObject({ images: 4, seed: 5 });
    await made.client.answer('start', summaryOf());
    await Promise.all([first, second]);
    expect(made.client.count('start')).toBe(2);
  });

  it('goes on without them where they cannot be had, and that is told once', async () => {
    const made = await openSlow();
    const first = made.lab.set({ data: 'strokes' });
    await turn();
    const second = made.lab.set({ seed: 5 });
    await turn();
    made.library.waiting.shift()!.reject(dataFailure());
    await turn();
    expect(lastStart(made)).toMatchObject({ images: 'kept', seed: 5 });
    await made.client.answer('start', summaryOf({ parameterCount: 2 }));
    await Promise.all([first, second]);
    expect(made.lab.settings).toMatchObject({ data: 'uci-digits', seed: 5 });
    expect(made.notices()).toMatchObject([{ kind: 'data' }]);
    expect(made.state()).toMatchObject({ failure: null, run: { parameterCount: 2 }, dataset: { n: 3 } });
  });

  it.each([
    ['bad', (made: MadeLab) => made.library.waiting.shift()!.reject(dataFailure())],
    ['cancelled', (made: MadeLab) => made.lab.cancelLoading()],
  ])('a reset begins again on those that are there when the file is %s', async (_, end) => {
    const made = await openSlow();
    const loading = made.lab.loadData(file).catch(() => null);
    await turn();
    const reset = made.lab.reset();
    await turn();
    expect(made.client.count('start')).toBe(1);
    end(made);
    await loading;
    await turn();
    expect(lastStart(made).images).toBe('kept');
    expect(made.client.closed).toBe(false);
    await made.client.answer('start', summaryOf({ parameterCount: 2 }));
    await reset;
    expect(made.state()).toMatchObject({ failure: null, run: { parameterCount: 2 } });
  });

  it('puts settings back to those of the run, not of a reading that another ended', async () => {
    const made = await openSlow();
    const first = made.lab.set({ data: 'strokes', seed: 3 });
    await turn();
    const second = made.lab.set({ size: 16 });
    await turn();
    made.library.waiting[1]!.reject(dataFailure());
    await Promise.all([first, second]);
    expect(made.lab.settings).toMatchObject({ data: 'uci-digits', size: 0, seed: 1 });
  });
});
