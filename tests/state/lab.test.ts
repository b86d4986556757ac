import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Lab } from '../../src/state/lab';
import { retryEngine } from '../../src/state/retryEngine';
import { retryRun } from '../../src/state/retryRun';
import { defaultSettings, type Settings } from '../../src/state/settings';
import { frameOf, summaryOf, turn } from '../support/fakeClient';
import { begin, createLab, dataFailure, datasetOf, land, loadOwn, open, sleepOf } from '../support/labs';
import { PATIENTLY } from '../support/patiently';
import { outOfRange } from '../support/settings';

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('open', () => {
  it('starts a run of the settings, on images that are lent', async () => {
    const made = createLab({
      hidden: [32],
      posterior: 'full',
      beta: 2,
      samples: 3,
      seed: 5,
      data: 'strokes',
      size: 12,
    });
    const { lab, library, state } = made;
    expect(state()).toMatchObject({ starting: false, run: null, dataset: null, asleep: true });
    expect(made.clients, 'nobody has asked for a worker').toHaveLength(0);
    const opened = lab.open();
    expect(state().starting).toBe(true);
    await turn();
    expect(library.orders).toEqual([
      {
        baseUrl: 'https://example.org/',
        source: { kind: 'set', set: 'strokes', variant: '' },
        count: 0,
        size: 12,
        transposed: false,
        binary: 'off',
      },
    ]);
    const { run, live, wake } = made.client.last('start').payload;
    expect(run).toEqual({
      images: { n: 3, width: 1, height: 1, images: new Float32Array(3) },
      holdout: 0.1,
      timeline: 0,
      seed: 5,
      hidden: [32],
      activation: 'relu',
      latent: 2,
      posterior: 'full',
      init: 'small-ellipses',
      engine: 'auto',
    });
    expect(wake).toBeNull();
    expect(live).toMatchObject({
      hyper: { beta: 2, noiseScale: 0, likelihood: 'bernoulli', samples: 3 },
      batchSize: 64,
      speed: 1000,
    });
    await begin(made);
    await opened;
    expect(state()).toMatchObject({ starting: false, asleep: false, run: summaryOf(), dataset: { name: 'strokes' } });
    expect(lab.dataset).toBe(state().dataset);
  });

  it('lends what is known of the images with them, but not what they are called', async () => {
    const factors = [{ name: 'size', values: new Float32Array(3), levels: null }];
    const made = createLab();
    made.library.slow = true;
    void made.lab.open();
    await turn();
    made.library.waiting[0]!.resolve({
      ...datasetOf(),
      factors,
      labels: new Uint8Array(3),
      titles: ['a', 'b', 'c'],
    });
    await turn();
    const { run } = made.client.last('start').payload;
    expect(run).toMatchObject({ images: { n: 3, labels: new Uint8Array(3), factors } });
    expect(run).not.toHaveProperty('images.titles');
  });

  it('starts the worker while the images are on their way', () => {
    const made = createLab();
    made.library.slow = true;
    void made.lab.open();
    return vi.waitFor(() => expect(made.clients).toHaveLength(1), PATIENTLY);
  });

  it('says why there is nothing to see when the images cannot be had, and tries again', async () => {
    const made = createLab();
    const { lab, library, state } = made;
    library.slow = true;
    const opened = lab.open();
    await turn();
    library.waiting.shift()!.reject(dataFailure());
    await opened;
    expect(state()).toMatchObject({
      starting: false,
      run: null,
      failure: { kind: 'data', message: 'holiday.png is not an IDX file' },
    });
    expect(made.client.closed, 'a worker with nothing to do is ended').toBe(true);
    library.slow = false;
    const retried = retryRun(lab);
    await begin(made);
    await retried;
    expect(state()).toMatchObject({ failure: null, run: summaryOf(), starting: false });
  });

  it('plays from the start where it is to', async () => {
    for (const playing of [true, false]) {
      const made = createLab({}, playing);
      const opened = made.lab.open();
      await turn();
      expect(made.client.count('play')).toBe(0);
      await made.client.answer('start', summaryOf());
      await opened;
      expect(made.client.last('play').payload).toEqual({ playing });
    }
  });

  it('takes in what is changed while it is on its way', async () => {
    const made = createLab();
    const opened = made.lab.open();
    await turn();
    void made.lab.set({ beta: 3, axisX: 2, axisY: 1 });
    await made.client.answer('start', summaryOf());
    await opened;
    expect(made.client.last('configure').payload).toMatchObject({ live: { hyper: { beta: 3 } } });
    expect(made.client.last('frame').payload).toMatchObject({ view: { axes: [1, 0] } });
  });
});

describe('set', () => {
  it.each(outOfRange)('refuses %s %s before anything changes', async (key, value, shown) => {
    const { lab, client } = await open();
    const [before, asked] = [lab.settings, client.asked.length];
    const changes = { noiseScale: 1, seed: 9, [key]: value } as Partial<Settings>;
    expect(() => lab.set(changes)).toThrow(RangeError);
    expect(() => lab.set(changes)).toThrow(`${key} is ${shown}`);
    expect(lab.settings).toBe(before);
    expect(client.asked).toHaveLength(asked);
  });

  it('knows σ by its other name', async () => {
    const { lab, client } = await open();
    void lab.set({ sigma: 0.7, beta: 1 });
    expect(lab.settings).toMatchObject({ noiseScale: 0.7, beta: 1 });
    expect(lab.settings).not.toHaveProperty('sigma');
    expect(client.last('configure').payload.live).toMatchObject({ hyper: { noiseScale: 0.7 } });
    expect(() => lab.set({ sigma: 2 })).toThrow('noiseScale is 2');
  });

  it('refuses what is not a setting', async () => {
    const { lab } = await open();
    expect(() => lab.set({ betta: 1 } as Partial<Settings>)).toThrow('There is no setting betta');
  });

  it('refuses the data of a file when none was loaded', async () => {
    const { lab } = await open();
    expect(() => lab.set({ data: 'file' })).toThrow(RangeError);
    expect(lab.settings.data).toBe('uci-digits');
  });

  it('configures the run for what is live, all at once', async () => {
    const { lab, client } = await open();
    const done = vi.fn();
    void lab.set({ beta: 4, noiseScale: 0.5, batchSize: 32, speed: 10 }).then(done);
    expect(lab.settings).toMatchObject({ beta: 4, noiseScale: 0.5, batchSize: 32, speed: 10 });
    expect(client.count('configure')).toBe(1);
    expect(client.last('configure').payload.live).toMatchObject({
      hyper: { beta: 4, noiseScale: 0.5 },
      batchSize: 32,
      speed: 10,
    });
    await turn();
    expect(done, 'it is not in force yet').not.toHaveBeenCalled();
    await client.answer('configure', null);
    expect(done).toHaveBeenCalled();
    expect(client.count('start')).toBe(1);
    expect(client.waiting('frame'), 'the change is shown').toBe(1);
  });

  it('begins a new run for what fixes one', async () => {
    const { lab, client, state } = await open();
    lab.history.add(frameOf({ step: 5 }));
    const set = lab.set({ hidden: [16, 8], beta: 1 });
    await turn();
    expect(client.count('start')).toBe(2);
    expect(client.count('configure')).toBe(0);
    expect(client.last('start').payload).toMatchObject({
      run: { hidden: [16, 8], images: null },
      live: { hyper: { beta: 1 } },
    });
    expect(state().starting).toBe(true);
    const { dataset } = state();
    await client.answer('start', summaryOf({ parameterCount: 7 }));
    await set;
    expect(state()).toMatchObject({ starting: false, run: { parameterCount: 7 } });
    expect(state().dataset, 'the images are the same').toBe(dataset);
    expect(lab.history.points).toEqual([]);
  });

  it('has other images for binary pixels, and lends what they are drawn of with them', async () => {
    const { lab, client, library } = await open();
    library.slow = true;
    const intensities = Float32Array.of(0.1, 0.5, 0.9);
    for (const drawn of [{}, { intensities }]) {
      const set = lab.set({ binary: 'intensities' in drawn ? 'resampled' : 'threshold' });
      await turn();
      const { order, resolve } = library.waiting.shift()!;
      expect(order.binary).toBe(lab.settings.binary);
      const dataset = { ...datasetOf('uci-digits'), ...drawn };
      resolve(dataset);
      await turn();
      const { n, width, height, images } = dataset;
      expect(client.last('start').payload.run).toMatchObject({ images: { n, width, height, images, ...drawn } });
      await client.answer('start', summaryOf());
      await set;
    }
  });

  it('asks nothing for no change', async () => {
    const { lab, client, state } = await open();
    const asked = client.asked.length;
    const { settings } = state();
    await lab.set({ ...settings });
    await lab.set({});
    expect(state().settings).toBe(settings);
    expect(client.asked).toHaveLength(asked);
  });

  it('sees that hidden layers of the same widths are no change', async () => {
    const { lab, client } = await open();
    void lab.set({ ...lab.settings, hidden: [...lab.settings.hidden], beta: 1 });
    expect(client.count('start')).toBe(1);
    expect(client.count('configure')).toBe(1);
    void lab.set({ hidden: [64, 64] });
    await turn();
    expect(client.count('start')).toBe(2);
  });

  it('takes back settings whose images could not be had, and says why', async () => {
    const { lab, client, library, state, notices } = await open();
    const before = lab.settings;
    const run = state().run;
    library.slow = true;
    const set = lab.set({ data: 'strokes', seed: 3 });
    expect(lab.settings).toMatchObject({ data: 'strokes', seed: 3 });
    await turn();
    library.waiting.shift()!.reject(dataFailure());
    await set;
    expect(lab.settings).toEqual(before);
    expect(state()).toMatchObject({ starting: false, failure: null });
    expect(state().run).toBe(run);
    expect(client.closed).toBe(false);
    expect(notices()).toEqual([
      { id: expect.any(Number), kind: 'data', message: 'holiday.png is not an IDX file', problem: null, kept: true },
    ]);
  });

  it('says of no run that it was kept where there is none yet', async () => {
    const { lab, library, notices, state } = createLab();
    library.slow = true;
    const opening = lab.open();
    await turn();
    library.waiting.shift()!.reject(dataFailure());
    await opening;
    expect(state().failure).toMatchObject({ kind: 'data' });
    const set = lab.set({ data: 'strokes' });
    await turn();
    library.waiting.shift()!.reject(dataFailure());
    await set;
    expect(notices()).toMatchObject([{ kind: 'data', kept: false }]);
  });

  it('of other data forgets variant and number of the former, and keeps the size', async () => {
    const { lab } = createLab();
    void lab.set({ data: 'strokes', variant: '7' });
    void lab.set({ data: 'strokes', count: 100, size: 12 });
    expect(lab.settings).toMatchObject({ data: 'strokes', variant: '7', count: 100, size: 12 });
    void lab.set({ data: 'uci-digits' });
    expect(lab.settings).toMatchObject({ data: 'uci-digits', variant: '', count: 0, size: 12 });
    void lab.set({ data: 'strokes', variant: '9', count: 50 });
    expect(lab.settings).toMatchObject({ data: 'strokes', variant: '9', count: 50, size: 12 });
    lab.dispose();
  });

  it('takes back only what the failed run was asked for', async () => {
    const { lab, library } = await open();
    library.slow = true;
    const set = lab.set({ data: 'strokes', seed: 3 });
    void lab.set({ beta: 5 });
    await turn();
    library.waiting.shift()!.reject(dataFailure());
    await set;
    expect(lab.settings).toEqual({ ...defaultSettings(), beta: 5 });
  });

  it('keeps the run when the worker that reads images does not come', async () => {
    const { lab, client, library, state, notices } = await open();
    library.slow = true;
    const set = lab.set({ data: 'strokes' });
    await turn();
    library.waiting.shift()!.reject(Object.assign(new Error('no script'), { name: 'WorkerError', cause: 'missing' }));
    await set;
    expect(lab.settings.data).toBe('uci-digits');
    expect(state()).toMatchObject({ failure: null, run: summaryOf() });
    expect(client.closed).toBe(false);
    expect(notices()).toMatchObject([{ kind: 'images', cause: 'missing', message: 'no script' }]);
  });

  it('that lacks the selected image selects none; another keeps its place', async () => {
    const { lab, client, library } = await open();
    library.slow = true;
    lab.selection.select(2);
    expect(() => lab.selection.select(3)).toThrow(RangeError);
    void lab.set({ data: 'strokes' });
    await turn();
    library.waiting.shift()!.resolve(datasetOf('as many'));
    await turn();
    await client.answer('start', summaryOf());
    expect(lab.dataset!.name).toBe('as many');
    expect(lab.selection.index).toBe(2);
    void lab.set({ data: 'uci-digits' });
    await turn();
    library.waiting.shift()!.resolve({ ...datasetOf('fewer'), n: 2 });
    await turn();
    await client.answer('start', summaryOf());
    expect(lab.dataset!.name).toBe('fewer');
    expect(lab.selection.index).toBeNull();
  });

  it('the last of several data sets wins, and ends the reading of the others', async () => {
    const made = await open();
    const { lab, client, library, state, notices } = made;
    library.slow = true;
    const first = lab.set({ data: 'strokes' });
    await turn();
    const second = lab.set({ data: 'uci-digits', size: 16 });
    await turn();
    expect(library.waiting).toHaveLength(2);
    library.waiting[1]!.resolve(datasetOf('second'));
    await turn();
    await client.answer('start', summaryOf());
    await Promise.all([first, second]);
    expect(lab.settings).toMatchObject({ data: 'uci-digits', size: 16 });
    expect(state().dataset!.name).toBe('second');
    expect(notices()).toEqual([]);
    expect(state().starting).toBe(false);
  });

  it('ends with the worker when no engine can train the new model', async () => {
    const { lab, client, state } = await open();
    const set = lab.set({ hidden: [1024] });
    await turn();
    const engines = [{ engine: 'simd', cause: 'missing', message: 'no kernel' }] as const;
    await client.fail('start', Object.assign(new Error('no engine'), { name: 'EngineError', engines }));
    await set;
    expect(state()).toMatchObject({ failure: { kind: 'engines', engines }, run: null, starting: false });
  });
});

describe('the engine', () => {
  it('is changed under the run', async () => {
    const { lab, client, state } = await open();
    const set = lab.set({ engine: 'webgl' });
    expect(client.last('engine').payload).toEqual({ engine: 'webgl' });
    expect(client.count('start')).toBe(1);
    const engineReason = { code: 'asked', renderer: 'a card', other: null } as const;
    await client.answer('engine', { engine: 'webgl', engineReason, arithmetic: null });
    await client.answer('configure', null);
    await set;
    expect(state().run).toEqual({
      engine: 'webgl',
      engineReason,
      arithmetic: null,
      parameterCount: 100,
      heldOut: new Uint32Array(),
    });
  });

  it('is asked for once more under the same run', async () => {
    const { lab, client, state } = await open({ engine: 'webgl' });
    const again = retryEngine(lab);
    expect(client.last('engine').payload).toEqual({ engine: 'webgl' });
    const other = { engine: 'webgl', cause: 'failed', message: 'it broke' } as const;
    const instead = { code: 'only', renderer: 'a card', other } as const;
    await client.answer('engine', { engine: 'simd', engineReason: instead, arithmetic: 'fused' });
    await again;
    expect(state().run).toMatchObject({ engine: 'simd', engineReason: instead });
    const engineReason = { code: 'asked', renderer: 'a card', other: null } as const;
    const third = retryEngine(lab);
    await client.answer('engine', { engine: 'webgl', engineReason, arithmetic: null });
    await third;
    expect(state().run).toMatchObject({ engine: 'webgl', engineReason });
    expect(lab.settings.engine).toBe('webgl');
    expect(client.count('start')).toBe(1);
  });

  it.each(['webgl', 'auto'] as const)(
    'is asked of another worker, in which the same run goes on, where its script does not come, with the setting %s',
    async (engine) => {
      const made = await open({ engine });
      const { lab, clients, state } = made;
      const first = made.client;
      const other = { engine: 'webgl', cause: 'missing', message: 'offline' } as const;
      const instead = { code: 'only', renderer: 'a card', other } as const;
      const again = retryEngine(lab);
      await first.answer('engine', { engine: 'simd', engineReason: instead, arithmetic: 'fused' });
      expect(first.count('sleep'), 'before another is there').toBe(0);
      await clients[1]!.answer('ping', null);
      expect(clients[1]!.closed).toBe(true);
      await first.answer('sleep', sleepOf(40));
      await turn();
      expect(clients).toHaveLength(3);
      expect(first.closed).toBe(true);
      expect(made.client.last('start').payload).toMatchObject({ wake: { parameters: { step: 40 } }, run: { engine } });
      const engineReason = { code: 'asked', renderer: 'a card', other: null } as const;
      const comes = { engine: 'webgl', engineReason, arithmetic: null } as const;
      // The engine that served is taken without a trial, and with its reason; one that is asked for is opened.
      if (engine === 'auto') {
        await made.client.answer('start', { ...summaryOf(), engineReason: instead });
        await made.client.answer('engine', comes);
      } else await made.client.answer('start', { ...summaryOf(), ...comes });
      await again;
      expect(made.client.count('engine')).toBe(engine === 'auto' ? 1 : 0);
      expect(state().run).toMatchObject({ engine: 'webgl', engineReason });
      expect(state().asleep).toBe(false);
    },
  );

  it('stays, and so does its worker, where no other worker can be had', async () => {
    const { lab, client, clients, state } = await open({ engine: 'webgl' });
    const other = { engine: 'webgl', cause: 'missing', message: 'removed' } as const;
    const instead = { code: 'only', renderer: 'a card', other } as const;
    const again = retryEngine(lab);
    await client.answer('engine', { engine: 'simd', engineReason: instead, arithmetic: 'fused' });
    await clients[1]!.fail('ping', Object.assign(new Error('worker.js did not load'), { name: 'WorkerError' }));
    await again;
    expect(clients.map(({ closed }) => closed)).toEqual([false, true]);
    expect(client.count('sleep')).toBe(0);
    expect(state()).toMatchObject({ failure: null, asleep: false, run: { engine: 'simd', engineReason: instead } });
  });

  it('stays where another cannot be had, and the reader is told', async () => {
    const { lab, client, state, notices } = await open();
    const set = lab.set({ engine: 'webgl', beta: 2 });
    await client.fail('engine', new Error('no float targets'));
    await client.answer('configure', null);
    await set;
    expect(lab.settings).toMatchObject({ engine: 'auto', beta: 2 });
    expect(state().run).toMatchObject({ engine: 'simd' });
    expect(notices()).toMatchObject([{ kind: 'engine', engines: [], message: 'no float targets' }]);
  });
});

describe('axes', () => {
  const axesAsked = ({ client }: Awaited<ReturnType<typeof open>>) =>
    (client.last('frame').payload as { view: { axes: unknown } }).view.axes;

  it('are shown as they are named, from 1 on, with the next frame', async () => {
    const made = await open({ latent: 4 });
    const starts = made.client.count('start');
    void made.lab.set({ axisX: 4, axisY: 2 });
    expect(axesAsked(made)).toEqual([3, 1]);
    expect(made.client.count('start')).toBe(starts);
  });

  it.each([
    [0, 0],
    [1, 0],
    [2, 2],
    [1, 5],
  ])('%i and %i of four are none to show: then the most active are', async (axisX, axisY) => {
    const made = await open({ latent: 4, axisX: 1, axisY: 3 });
    expect(axesAsked(made)).toEqual([0, 2]);
    void made.lab.set({ axisX, axisY });
    expect(axesAsked(made)).toBeNull();
  });

  it('that a new model does not have are not shown', async () => {
    const made = await open({ latent: 4, axisX: 2, axisY: 4 });
    const set = made.lab.set({ latent: 2 });
    await turn();
    await made.client.answer('start', summaryOf());
    await set;
    expect(axesAsked(made)).toBeNull();
  });
});

describe('what happens unasked', () => {
  it('a loss that is lost stops playing, cuts the history and is told', async () => {
    const made = await open();
    const { lab, client, state, notices } = made;
    lab.play();
    for (const step of [10, 20, 30]) await land(made, step);
    client.emit({ kind: 'diverged', step: 35, restored: 20 });
    expect(state().playing).toBe(false);
    expect(notices()).toMatchObject([{ kind: 'event', event: { kind: 'diverged', step: 35, restored: 20 } }]);
    expect(lab.history.points.map(({ step }) => step)).toEqual([0, 10, 20]);
    await land(made, 20);
    expect(client.waiting('frame'), 'the parameters that are back are shown').toBe(1);
  });

  it('code that looks at given images and has come is not told, and has one more frame asked for at rest', async () => {
    const made = await open();
    const { lab, client, notices } = made;
    lab.pause();
    while (client.waiting('frame') > 0 || client.waiting('play') > 0) {
      if (client.waiting('play') > 0) await client.answer('play', null);
      else await land(made, 30);
    }
    const asked = client.count('frame');
    client.emit({ kind: 'given' });
    expect(client.count('frame')).toBe(asked + 1);
    expect(notices()).toEqual([]);
    expect(lab.history.points.length).toBeGreaterThan(0);
  });

  it('another engine in the place of a lost one is named, and playing goes on', async () => {
    const { lab, client, state, notices } = await open();
    lab.play();
    const engineReason = { code: 'gpu', renderer: 'a card', other: null } as const;
    client.emit({ kind: 'engine-lost', restored: 0, engine: 'webgl', engineReason, arithmetic: null });
    expect(state()).toMatchObject({
      playing: true,
      run: { engine: 'webgl', engineReason, arithmetic: null, parameterCount: 100, heldOut: new Uint32Array() },
    });
    expect(notices()).toMatchObject([{ kind: 'event', event: { kind: 'engine-lost' } }]);
  });

  it('leaves no loss of a step that was undone in the history', async () => {
    const made = await open();
    const { lab, client, draw } = made;
    lab.play();
    await land(made, 10);
    await client.answer('frame', frameOf({ step: 40 }));
    // The frame waits to be drawn when the engine goes.
    const engineReason = { code: 'gpu', renderer: 'a card', other: null } as const;
    client.emit({ kind: 'engine-lost', restored: 20, engine: 'webgl', engineReason, arithmetic: null });
    await draw();
    await land(made, 25);
    await land(made, 45);
    expect(lab.history.points.map(({ step }) => step)).toEqual([0, 10, 25, 45]);
  });
});

describe('reset', () => {
  it('begins again on the same images', async () => {
    const { lab, client } = await open({ seed: 4 });
    void lab.reset();
    await turn();
    expect(client.last('start').payload.run).toMatchObject({ images: null, seed: 4 });
  });
});

describe('loadData', () => {
  const file = new File([Uint8Array.of(1, 2, 3)], 'own.idx');

  it('begins a run on the files and resolves to what they are', async () => {
    const { lab, client, library, state } = await open();
    library.slow = true;
    const loading = lab.loadData([file]);
    await turn();
    expect(library.orders.at(-1)!.source).toEqual({ kind: 'files', files: [file] });
    expect(lab.settings.data, 'they are not there yet').toBe('uci-digits');
    library.waiting.shift()!.resolve(datasetOf('files'));
    await turn();
    expect(client.last('start').payload.run).toMatchObject({ images: { n: 3 } });
    await client.answer('start', summaryOf());
    expect(await loading).toMatchObject({ name: 'files' });
    expect(state().settings.data).toBe('file');
    expect(lab.dataset!.name).toBe('files');
  });

  it('lets the file be chosen again once it was read', async () => {
    const { lab, client, library } = await open();
    await loadOwn({ lab, client }, file);
    void lab.set({ data: 'strokes' });
    await turn();
    await client.answer('start', summaryOf());
    void lab.set({ data: 'file', transposed: true });
    await turn();
    expect(library.orders.at(-1)).toMatchObject({ source: { kind: 'files', files: [file] }, transposed: true });
  });

  it('makes ink and paper of its pixels where that is asked for with them', async () => {
    const { lab, client, library } = await open();
    const loading = lab.loadData(file, { binary: 'threshold', inverted: true });
    await turn();
    const source = { kind: 'files', files: [file], reading: { inverted: true } };
    expect(library.orders.at(-1)).toMatchObject({ binary: 'threshold' });
    expect(library.orders.at(-1)!.source).toEqual(source);
    await client.answer('start', summaryOf());
    await loading;
    expect(lab.settings.binary).toBe('threshold');
    await expect(lab.loadData(file, { binary: 'drawn' as never })).rejects.toThrow(RangeError);
  });

  it('leaves to its file how that is arranged, and takes no variant to it', async () => {
    const made = await open({ data: 'faces', variant: 'B' });
    const { lab, client } = made;
    const arranged = { count: 40, size: 32, transposed: true } as const;
    await loadOwn({ lab, client }, file, arranged);
    expect(lab.settings).toMatchObject({ data: 'file', variant: '', ...arranged });
    void lab.set({ size: 28 });
    await turn();
    await client.answer('start', summaryOf());
    void lab.set({ data: 'mnist' });
    expect(lab.settings).toMatchObject({ data: 'mnist', count: 0, size: 0, transposed: false });
    await turn();
    await client.answer('start', summaryOf());
    void lab.set({ data: 'file' });
    expect(lab.settings, 'as it was trained on last').toMatchObject({ ...arranged, size: 28 });
  });

  it.each([
    ['a size of its own', { size: 28 }],
    ['the size that there was', {}],
  ] as const)('gives back the size that was chosen of the sets, after a file of %s', async (_, treatment) => {
    const { lab, client } = await open({ data: 'mnist', size: 12 });
    await loadOwn({ lab, client }, file, treatment);
    void lab.set({ data: 'mnist' });
    expect(lab.settings).toMatchObject({ data: 'mnist', size: 12 });
    await turn();
    await client.answer('start', summaryOf());
    void lab.set({ data: 'file' });
    expect(lab.settings).toMatchObject({ size: 12, ...treatment });
    void lab.set({ data: 'strokes', size: 20 });
    expect(lab.settings).toMatchObject({ data: 'strokes', size: 20 });
  });

  it('keeps its arrangement where other data cannot be had', async () => {
    const { lab, client, library } = await open();
    const arranged = { count: 40, size: 32, transposed: true } as const;
    await loadOwn({ lab, client }, file, arranged);
    library.slow = true;
    const set = lab.set({ data: 'mnist' });
    await turn();
    library.waiting.shift()!.reject(dataFailure());
    await set;
    expect(lab.settings).toMatchObject({ data: 'file', ...arranged });
  });

  it('reads an address against that of the page', async () => {
    const { lab, client, library } = await open();
    vi.stubGlobal('document', { baseURI: 'https://example.org/figures/' });
    const loading = lab.loadData('data/own.idx.gz');
    await turn();
    expect(library.orders.at(-1)!.source).toEqual({
      kind: 'urls',
      urls: ['https://example.org/figures/data/own.idx.gz'],
    });
    await client.answer('start', summaryOf());
    await loading;
  });

  it('rejects with the fault and leaves everything as it was', async () => {
    const { lab, library, state } = await open();
    library.slow = true;
    const before = state();
    const error = dataFailure();
    const loading = lab.loadData(file);
    await turn();
    library.waiting.shift()!.reject(error);
    await expect(loading).rejects.toBe(error);
    expect(state()).toEqual(before);
    expect(() => lab.set({ data: 'file' }), 'there is still no file').toThrow(RangeError);
  });

  it('tells how far it is, and can be ended', async () => {
    const { lab, client, library, state } = await open();
    library.slow = true;
    const before = state();
    const loading = lab.loadData(file);
    await turn();
    library.waiting[0]!.onProgress({ done: 3, total: 10 });
    expect(state().loading).toEqual({ done: 3, total: 10, fetched: false });
    lab.cancelLoading();
    await expect(loading).rejects.toMatchObject({ name: 'AbortError' });
    expect(state()).toEqual(before);
    library.waiting[0]!.onProgress({ done: 9, total: 10 });
    expect(state().loading).toBeNull();
    expect(client.count('start')).toBe(1);
  });

  it('tells of images of the site that they are fetched, and keeps those before where that is ended', async () => {
    const { lab, library, state } = await open();
    library.slow = true;
    const before = state();
    const changed = lab.set({ data: 'mnist' });
    await turn();
    library.waiting[0]!.onProgress({ done: 3, total: 10 });
    expect(state().loading).toEqual({ done: 3, total: 10, fetched: true });
    lab.cancelLoading();
    await changed;
    expect(state()).toEqual(before);
  });

  it('goes on when another setting is changed meanwhile, and takes it in', async () => {
    const { lab, client, library } = await open();
    library.slow = true;
    const loading = lab.loadData(file);
    await turn();
    void lab.set({ hidden: [32] });
    await turn();
    library.waiting[0]!.resolve(datasetOf('own'));
    await turn();
    expect(client.last('start').payload.run).toMatchObject({ hidden: [32], images: { n: 3 } });
    await client.answer('start', summaryOf());
    await loading;
    expect(lab.settings).toMatchObject({ data: 'file', hidden: [32] });
  });
});

describe('scripting', () => {
  it('passes encode, decode, save, load and measure on', async () => {
    const { lab, client } = await open();
    const images = Float32Array.of(0.5, 1, 0);
    void lab.encode(images);
    expect(client.last('encode').payload).toEqual({ images });
    void lab.decode([1, 2]);
    expect(client.last('decode').payload).toEqual({ z: Float32Array.of(1, 2) });
    const saving = lab.save();
    const parameters = { step: 9 } as Awaited<typeof saving>;
    await client.answer('save', parameters);
    expect(await saving).toBe(parameters);
    const asked = client.count('frame');
    const loading = lab.load(parameters);
    await client.answer('load', null);
    await loading;
    expect(client.last('load').payload).toEqual({ parameters });
    expect(client.count('frame'), 'the loaded model is shown').toBe(asked + 1);
    void lab.measure();
    expect(client.count('survey')).toBe(1);
  });

  it('ends a survey in the worker; one that sleeps has none, and is not woken for it', async () => {
    const { lab, client } = await open();
    void lab.survey('measure', {}, 'mine').catch(() => undefined);
    void lab.endSurvey('mine');
    expect(client.last('endSurvey').payload).toEqual({ key: 'mine' });
    lab.store.setState({ asleep: true });
    await lab.endSurvey('mine');
    expect(client.count('endSurvey')).toBe(1);
  });

  it('keeps the history when parameters do not fit', async () => {
    const { lab, client } = await open();
    const { points } = lab.history;
    const loading = lab.load({} as Parameters<Lab['load']>[0]);
    await Promise.all([expect(loading).rejects.toThrow(RangeError), client.fail('load', new RangeError('too short'))]);
    expect(lab.history.points).toBe(points);
  });
});
