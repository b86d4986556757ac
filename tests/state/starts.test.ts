import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { retryRun } from '../../src/state/retryRun';
import type { DataOrder } from '../../src/worker/libraryProtocol';
import type { FakeClient } from '../support/fakeClient';
import { frameOf, summaryOf, turn } from '../support/fakeClient';
import type { MadeLab } from '../support/labs';
import { createLab, dataFailure, datasetOf, open, sleepOf } from '../support/labs';

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

  it('brings the images itself where the other has not', async () => {
    const made = await sent();
    const second = made.lab.set({ latent: 3 });
    await turn();
    await made.client.fail('start', new RangeError('Array buffer allocation failed'));
    await made.client.fail('start', Object.assign(new Error('lend some first'), { name: 'NotLentError' }));
    expect(lastStart(made).images).toBe(4);
    await made.client.answer('start', summaryOf({ parameterCount: 2 }));
    await Promise.all([made.first, second]);
    expect(made.state()).toMatchObject({ failure: null, run: { parameterCount: 2 }, dataset: { n: 4 } });
  });

  it('says why where the images do not come a second time either', async () => {
    const made = await sent();
    const second = made.lab.set({ latent: 3 });
    await turn();
    const full = new RangeError('Array buffer allocation failed');
    await made.client.fail('start', full);
    await made.client.fail('start', Object.assign(new Error('lend some first'), { name: 'NotLentError' }));
    await made.client.fail('start', full);
    await Promise.all([made.first, second]);
    expect(made.state().failure).toMatchObject({ message: full.message });
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

describe('a start that comes to nothing', () => {
  it('leaves a sleeping lab asleep, with its run', async () => {
    const made = await open();
    const sleeping = made.lab.sleep();
    await turn();
    await made.client.answer('sleep', sleepOf(7));
    await sleeping;
    made.library.slow = true;
    for (const end of [() => made.library.waiting[0]!.reject(dataFailure()), () => made.lab.cancelLoading()]) {
      const loading = made.lab.loadData(file).catch(() => null);
      await turn();
      made.lab.show('hover', { kind: 'rebuild', indices: Uint32Array.of(1) });
      void made.lab.set({ beta: 2 });
      end();
      await loading;
      made.library.waiting.length = 0;
      expect(made.state()).toMatchObject({ asleep: true, failure: null, run: summaryOf(), starting: false });
    }
    expect(made.clients, 'no worker is started for images that may not come').toHaveLength(1);
    void made.lab.wake();
    await turn();
    expect(made.client.last('start').payload).toMatchObject({ wake: { parameters: { step: 7 } } });
  });

  it.each([
    ['cancelled', (made: MadeLab) => made.lab.cancelLoading()],
    ['bad', (made: MadeLab) => made.library.waiting[0]!.reject(dataFailure())],
  ])('leaves a lab that was never opened as it was when the file is %s', async (_, end) => {
    const made = createLab();
    made.library.slow = true;
    const loading = made.lab.loadData(file).catch(() => null);
    await turn();
    end(made);
    await loading;
    expect(made.state()).toMatchObject({ asleep: true, run: null, failure: null, starting: false });
    expect(made.client.closed, 'a worker with nothing to do is ended').toBe(true);
    made.library.slow = false;
    const waking = made.lab.wake();
    await turn();
    await made.client.answer('start', summaryOf());
    await waking;
    expect(made.state()).toMatchObject({ asleep: false, run: summaryOf(), dataset: { name: 'uci-digits' } });
  });

  it('leaves a lab whose first images are not waited for to be opened again', async () => {
    const made = createLab();
    made.library.slow = true;
    const opened = made.lab.open();
    await turn();
    made.lab.cancelLoading();
    await opened;
    expect(made.state()).toMatchObject({ asleep: true, run: null, failure: null });
    await expect(Promise.all([made.lab.step(1), turn().then(() => made.lab.cancelLoading())])).rejects.toMatchObject({
      name: 'AbortError',
    });
  });

  it('of another data set before the first run is told as the end', async () => {
    const made = createLab();
    made.library.slow = true;
    const opened = made.lab.open();
    await turn();
    const set = made.lab.set({ data: 'strokes' });
    await turn();
    made.library.waiting[1]!.reject(dataFailure());
    await Promise.all([opened, set]);
    expect(made.state()).toMatchObject({ run: null, failure: { kind: 'data' }, settings: { data: 'strokes' } });
    expect(made.notices()).toEqual([]);
  });

  it('of other images leaves a sleeping run when a reset wants them', async () => {
    const made = await open();
    const sleeping = made.lab.sleep();
    await turn();
    await made.client.answer('sleep', sleepOf(7));
    await sleeping;
    await made.lab.set({ data: 'strokes' });
    made.library.slow = true;
    const reset = made.lab.reset();
    await turn();
    made.library.waiting.shift()!.reject(dataFailure());
    await reset;
    expect(made.state()).toMatchObject({ failure: null, run: summaryOf(), asleep: true });
    expect(made.notices()).toMatchObject([{ kind: 'data' }]);
  });

  it('of a file that no engine can train on is the end of the run', async () => {
    const made = await open();
    const loading = made.lab.loadData(file);
    await turn();
    await Promise.all([
      expect(loading).rejects.toThrow('no engine'),
      made.client.fail('start', Object.assign(new Error('no engine'), { name: 'EngineError', engines: [] })),
    ]);
    expect(made.state()).toMatchObject({ failure: { kind: 'engines' }, run: null });
    const retried = retryRun(made.lab);
    await turn();
    expect(made.client.last('start').payload).toMatchObject({ run: { images: { n: 3 } } });
    await made.client.answer('start', summaryOf());
    await retried;
    expect(made.lab.settings.data).toBe('file');
    expect(made.lab.dataset!.name).toBe('files');
  });

  it('is what another try waits for, where one is on its way', async () => {
    const made = createLab();
    made.library.slow = true;
    const opened = made.lab.open();
    await turn();
    made.library.waiting.shift()!.reject(dataFailure());
    await opened;
    const loading = made.lab.loadData(file);
    await turn();
    const retried = retryRun(made.lab);
    await turn();
    made.library.waiting.shift()!.resolve(imagesOf(5));
    await turn();
    await made.client.answer('start', summaryOf());
    await Promise.all([retried, loading]);
    expect(made.state()).toMatchObject({ asleep: false, failure: null, dataset: { n: 5 } });
    const workers = made.clients.length;
    await made.lab.wake();
    expect(made.clients).toHaveLength(workers);
  });
});

describe('a start after the lab has gone', () => {
  it.each([
    ['a setting', (lab) => lab.set({ seed: 2 })],
    ['a step', (lab) => lab.step(1)],
    ['a file', (lab) => lab.loadData(file)],
    ['opening', (lab) => lab.open()],
  ] as readonly [string, (lab: MadeLab['lab']) => Promise<unknown>][])('by %s has no worker', async (_, ask) => {
    const made = await open();
    made.lab.dispose();
    await ask(made.lab).catch(() => null);
    await turn();
    expect(made.clients).toHaveLength(1);
  });

  it('that waited for its worker to be given back has none', async () => {
    const made = await open();
    const sleeping = made.lab.sleep();
    const loading = made.lab.loadData(file).catch(() => null);
    made.lab.dispose();
    await Promise.all([sleeping, loading]);
    await turn();
    expect(made.clients).toHaveLength(1);
  });
});

describe('whatever happens to a lab', () => {
  /** As many images as tell the data and the size of them. */
  const countOf = (kind: string, size: number): number =>
    ['uci-digits', 'strokes', 'files'].indexOf(kind) + 3 + (size === 0 ? 0 : 10);
  const read = ({ source, size }: DataOrder) =>
    imagesOf(countOf(source.kind === 'set' ? source.set : source.kind, size));

  /** What a worker trains: its images, those that it keeps among them, and the seed of its run. */
  function runOf(client: FakeClient): { n: number; seed: number } {
    let n = 0;
    let seed = 0;
    for (const { type, payload } of client.asked) {
      if (type !== 'start') continue;
      const { run, wake } = payload as {
        run: { images: { n: number } | null; seed: number };
        wake: { parameters: { step: number } } | null;
      };
      n = run.images?.n ?? n;
      ({ seed } = run);
      if (wake !== null) expect(wake.parameters.step, 'a run goes on as what it was').toBe(100 * seed + n);
    }
    return { n, seed };
  }

  const asleepAs = (client: FakeClient) => {
    const { n, seed } = runOf(client);
    return sleepOf(100 * seed + n);
  };

  /** Answers all that is asked, of workers and of the library, until nothing more is. */
  async function settle(made: MadeLab): Promise<void> {
    for (let quiet = 0; quiet < 3; ) {
      quiet += 1;
      await turn();
      await made.draw();
      const { client } = made;
      const image = made.library.waiting.shift();
      image?.resolve(read(image.order));
      if (image !== undefined) quiet = 0;
      else if (client === undefined) continue;
      else if (client.waiting('start') > 0) await client.answer('start', summaryOf());
      else if (client.waiting('play') > 0) await client.answer('play', null);
      else if (client.waiting('frame') > 0) await client.answer('frame', frameOf());
      else if (client.waiting('sleep') > 0) await client.answer('sleep', asleepAs(client));
      else continue;
      quiet = 0;
    }
  }

  const engineError = () => Object.assign(new Error('no engine'), { name: 'EngineError', engines: [] });
  const crash = () => Object.assign(new Error('it crashed'), { name: 'WorkerError', cause: 'crashed' });
  type Steps = Readonly<Record<string, (made: MadeLab) => unknown>>;
  const ASKED: Steps = {
    strokes: ({ lab }) => lab.set({ data: 'strokes' }),
    digits: ({ lab }) => lab.set({ data: 'uci-digits', seed: 4 }),
    large: ({ lab }) => lab.set({ size: 16 }),
    small: ({ lab }) => lab.set({ size: 0 }),
    'seed 2': ({ lab }) => lab.set({ seed: 2 }),
    'seed 3': ({ lab }) => lab.set({ seed: 3 }),
    file: ({ lab }) => lab.loadData(file).catch(() => null),
    reset: ({ lab }) => lab.reset(),
    sleep: ({ lab }) => lab.sleep(),
    wake: ({ lab }) => lab.wake(),
    retry: ({ lab }) => lab.store.getState().failure !== null && retryRun(lab),
    cancel: ({ lab }) => lab.cancelLoading(),
  };
  /** What comes from another thread comes in a task of its own. */
  const ANSWERED: Steps = {
    'images come': ({ library }) => {
      const image = library.waiting.shift();
      image?.resolve(read(image.order));
    },
    'images fail': ({ library }) => library.waiting.shift()?.reject(dataFailure()),
    'a run begins': ({ client }) => client?.waiting('start') > 0 && client.answer('start', summaryOf()),
    'no engine serves': ({ client }) => client?.waiting('start') > 0 && client.fail('start', engineError()),
    'the worker crashes': ({ client }) => client?.waiting('frame') > 0 && client.fail('frame', crash()),
    'a frame comes': ({ client }) => client?.waiting('frame') > 0 && client.answer('frame', frameOf()),
    'the worker is given back': ({ client }) =>
      client?.waiting('sleep') > 0 && client.answer('sleep', asleepAs(client)),
    'nothing yet': () => undefined,
  };

  it('its worker trains what its settings say, on the images that it shows, once all is answered', async () => {
    const steps = fc.array(fc.constantFrom(...Object.keys(ASKED), ...Object.keys(ANSWERED)), { maxLength: 25 });
    await fc.assert(
      fc.asyncProperty(fc.boolean(), steps, async (opened, names) => {
        const made = createLab();
        made.library.slow = true;
        if (opened) {
          void made.lab.open();
          await settle(made);
        }
        for (const name of names) {
          void ASKED[name]?.(made);
          ANSWERED[name]?.(made);
          await (Object.hasOwn(ANSWERED, name) ? turn() : Promise.resolve());
        }
        await settle(made);
        if (made.state().failure !== null) void retryRun(made.lab);
        await settle(made);
        void made.lab.wake();
        await settle(made);
        const { settings, dataset, ...state } = made.state();
        expect(state).toMatchObject({ starting: false, asleep: false, failure: null, loading: null, run: summaryOf() });
        const n = countOf(settings.data === 'file' ? 'files' : settings.data, settings.size);
        expect(runOf(made.client)).toEqual({ n, seed: settings.seed });
        expect(dataset!.n).toBe(n);
        expect(made.clients.filter(({ closed }) => !closed)).toEqual([made.client]);
      }),
      { seed: 6, numRuns: 300 },
    );
  });
});
