import { afterEach, describe, expect, it, vi } from 'vitest';
import { Lab } from '../../src/state/lab';
import { MAX_PINS } from '../../src/state/labState';
import { defaultSettings, type Settings } from '../../src/state/settings';
import { FakeClient, frameOf, summaryOf, turn } from '../support/fakeClient';
import { outOfRange } from '../support/settings';

function createLab(settings: Partial<Settings> = {}) {
  const client = new FakeClient();
  const draws: (() => void)[] = [];
  const lab = new Lab(
    { client, baseUrl: 'https://example.org/', schedule: (draw) => draws.push(draw) },
    { autoplay: false, ...settings },
  );
  /** The next picture is due. */
  const draw = async (): Promise<void> => {
    for (const each of draws.splice(0)) each();
    await turn();
  };
  return { lab, client, draw, state: () => lab.store.getState() };
}

/** A lab with a run whose first frame has been drawn. */
async function open(settings: Partial<Settings> = {}) {
  const made = createLab(settings);
  const opened = made.lab.open();
  await made.client.answer('start', summaryOf());
  await opened;
  await made.client.answer('play', null);
  await made.client.answer('frame', frameOf());
  await made.draw();
  return made;
}

/** Answers the frame under way and draws it. */
async function land({ client, draw }: Awaited<ReturnType<typeof open>>, step = 0): Promise<void> {
  await client.answer('frame', frameOf({ step }));
  await draw();
}

const dataError = (): Error => Object.assign(new Error('holiday.png is not an IDX file'), { name: 'DataError' });

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('open', () => {
  it('starts a run of the settings', async () => {
    const { lab, client, state } = createLab({ hidden: [32], beta: 2, seed: 5, data: 'strokes', size: 12 });
    expect(state()).toMatchObject({ starting: true, run: null, dataset: null });
    const opened = lab.open();
    const { run, live } = client.last('start').payload;
    expect(run).toEqual({
      baseUrl: 'https://example.org/',
      data: { kind: 'strokes', seed: expect.any(Number) },
      size: 12,
      seed: 5,
      hidden: [32],
      activation: 'relu',
      latent: 2,
      init: 'small-ellipses',
      engine: 'auto',
    });
    expect(live).toMatchObject({
      hyper: { beta: 2, noiseScale: 0, likelihood: 'bernoulli' },
      batchSize: 64,
      speed: 1000,
    });
    await client.answer('start', summaryOf());
    await opened;
    const { dataset, ...rest } = summaryOf();
    expect(state()).toMatchObject({ starting: false, run: rest, dataset });
    expect(lab.dataset).toEqual(dataset);
  });

  it('rejects when the images cannot be read, and is not starting any more', async () => {
    const { lab, client, state } = createLab();
    const opened = lab.open();
    await Promise.all([expect(opened).rejects.toThrow('holiday'), client.fail('start', dataError())]);
    expect(state()).toMatchObject({ starting: false, run: null });
  });

  it('plays from the start where the settings say so', async () => {
    for (const autoplay of [true, false]) {
      const { lab, client } = createLab({ autoplay });
      const opened = lab.open();
      expect(client.count('play')).toBe(0);
      await client.answer('start', summaryOf());
      await opened;
      expect(client.last('play').payload).toEqual({ playing: autoplay });
    }
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
    expect(client.count('start')).toBe(2);
    expect(client.count('configure')).toBe(0);
    expect(client.last('start').payload).toMatchObject({
      run: { hidden: [16, 8], data: { kind: 'uci-digits' } },
      live: { hyper: { beta: 1 } },
    });
    expect(state().starting).toBe(true);
    const { dataset } = state();
    await client.answer('start', summaryOf({ dataset: null, parameterCount: 7 }));
    await set;
    expect(state()).toMatchObject({ starting: false, run: { parameterCount: 7 } });
    expect(state().dataset, 'the images are the same').toBe(dataset);
    expect(lab.history.points).toEqual([]);
  });

  it('asks nothing for what only the page shows, or for no change', async () => {
    const { lab, client, state } = await open();
    const asked = client.asked.length;
    await lab.set({ theme: 'dark', lang: 'zh' });
    expect(lab.settings.theme).toBe('dark');
    const { settings } = state();
    await lab.set({ theme: 'dark' });
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
    expect(client.count('start')).toBe(2);
  });

  it('takes back settings whose run could not start, and says why', async () => {
    const { lab, client, state } = await open();
    const before = lab.settings;
    const run = state().run;
    const set = lab.set({ data: 'strokes', seed: 3 });
    expect(lab.settings).toMatchObject({ data: 'strokes', seed: 3 });
    await client.fail('start', dataError());
    await set;
    expect(lab.settings).toEqual(before);
    expect(state()).toMatchObject({ starting: false });
    expect(state().run).toBe(run);
    expect(state().notices).toEqual([
      { id: expect.any(Number), kind: 'data', message: 'holiday.png is not an IDX file' },
    ]);
  });

  it('takes back only what the failed run was asked for', async () => {
    const { lab, client } = await open();
    const set = lab.set({ seed: 3 });
    void lab.set({ beta: 5 });
    await client.fail('start', dataError());
    await set;
    expect(lab.settings).toEqual({ ...defaultSettings(), autoplay: false, beta: 5 });
  });
});

describe('the engine', () => {
  it('is changed under the run', async () => {
    const { lab, client, state } = await open();
    const set = lab.set({ engine: 'webgl' });
    expect(client.last('engine').payload).toEqual({ engine: 'webgl' });
    expect(client.count('start')).toBe(1);
    const engineReason = { code: 'asked', renderer: 'a card' } as const;
    await client.answer('engine', { engine: 'webgl', engineReason });
    await client.answer('configure', null);
    await set;
    expect(state().run).toEqual({ engine: 'webgl', engineReason, parameterCount: 100 });
  });

  it('stays where another cannot be had, and the reader is told', async () => {
    const { lab, client, state } = await open();
    const set = lab.set({ engine: 'webgl', beta: 2 });
    await client.fail('engine', new Error('no float targets'));
    await client.answer('configure', null);
    await set;
    expect(lab.settings).toMatchObject({ engine: 'auto', beta: 2 });
    expect(state().run).toMatchObject({ engine: 'simd' });
    expect(state().notices).toMatchObject([{ kind: 'engine', message: 'no float targets' }]);
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
    await made.client.answer('start', summaryOf());
    await set;
    expect(axesAsked(made)).toBeNull();
  });
});

describe('what happens unasked', () => {
  it('a loss that is lost stops playing, cuts the history and is told', async () => {
    const made = await open();
    const { lab, client, state } = made;
    lab.play();
    for (const step of [10, 20, 30]) await land(made, step);
    client.emit({ kind: 'diverged', step: 35, restored: 20 });
    expect(state()).toMatchObject({
      playing: false,
      notices: [{ kind: 'event', event: { kind: 'diverged', step: 35, restored: 20 } }],
    });
    expect(lab.history.points.map(({ step }) => step)).toEqual([0, 10, 20]);
    await land(made, 20);
    expect(client.waiting('frame'), 'the parameters that are back are shown').toBe(1);
  });

  it('another engine in the place of a lost one is named, and playing goes on', async () => {
    const { lab, client, state } = await open();
    lab.play();
    const engineReason = { code: 'gpu', renderer: 'a card' } as const;
    client.emit({ kind: 'engine-lost', restored: 0, engine: 'webgl', engineReason });
    expect(state()).toMatchObject({ playing: true, run: { engine: 'webgl', engineReason, parameterCount: 100 } });
    expect(state().notices).toMatchObject([{ kind: 'event', event: { kind: 'engine-lost' } }]);
  });

  it('leaves no loss of a step that was undone in the history', async () => {
    const made = await open();
    const { lab, client, draw } = made;
    lab.play();
    await land(made, 10);
    await client.answer('frame', frameOf({ step: 40 }));
    // The frame waits to be drawn when the engine goes.
    const engineReason = { code: 'gpu', renderer: 'a card' } as const;
    client.emit({ kind: 'engine-lost', restored: 20, engine: 'webgl', engineReason });
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
    expect(client.last('start').payload.run).toMatchObject({ data: null, seed: 4 });
  });
});

describe('loadData', () => {
  const file = new File([Uint8Array.of(1, 2, 3)], 'own.idx');

  it('begins a run on the files and resolves to what they are', async () => {
    const { lab, client, state } = await open();
    const loading = lab.loadData([file]);
    expect(client.last('start').payload.run).toMatchObject({ data: { kind: 'files', files: [file] } });
    const own = { ...summaryOf().dataset!, name: 'own' };
    await client.answer('start', summaryOf({ dataset: own }));
    expect(await loading).toEqual(own);
    expect(state().settings.data).toBe('file');
    expect(lab.dataset).toEqual(own);
  });

  it('lets the file be chosen again once it was read', async () => {
    const { lab, client } = await open();
    const loading = lab.loadData(file);
    await client.answer('start', summaryOf());
    await loading;
    void lab.set({ data: 'strokes' });
    await client.answer('start', summaryOf());
    void lab.set({ data: 'file' });
    expect(client.last('start').payload.run).toMatchObject({ data: { kind: 'files', files: [file] } });
  });

  it('reads an address against that of the page', async () => {
    const { lab, client } = await open();
    vi.stubGlobal('document', { baseURI: 'https://example.org/figures/' });
    const loading = lab.loadData('data/own.idx.gz');
    expect(client.last('start').payload.run).toMatchObject({
      data: { kind: 'urls', urls: ['https://example.org/figures/data/own.idx.gz'] },
    });
    await client.answer('start', summaryOf());
    await loading;
  });

  it('rejects with the fault and leaves everything as it was', async () => {
    const { lab, client, state } = await open();
    const before = state();
    const error = dataError();
    const loading = lab.loadData(file);
    await Promise.all([expect(loading).rejects.toBe(error), client.fail('start', error)]);
    expect(state()).toEqual(before);
    expect(() => lab.set({ data: 'file' }), 'there is still no file').toThrow(RangeError);
  });
});

describe('frames', () => {
  it('are asked for one at a time, and the next when the last is being drawn', async () => {
    const { lab, client, draw } = await open();
    lab.play();
    expect(client.waiting('frame')).toBe(1);
    for (let step = 1; step <= 5; step++) {
      lab.show({ lens: Float32Array.of(step, 0) });
      void lab.set({ beta: step });
      expect(client.waiting('frame')).toBe(1);
      await client.answer('frame', frameOf({ step }));
      expect(client.waiting('frame'), 'not before it is drawn').toBe(0);
      expect(lab.frame!.step).toBe(step - 1);
      await draw();
      expect(lab.frame!.step).toBe(step);
    }
    expect(client.waiting('frame')).toBe(1);
  });

  it('are asked for when paused only after something changed', async () => {
    const made = await open();
    const { lab, client } = made;
    const asked = client.count('frame');
    await turn();
    expect(client.count('frame')).toBe(asked);
    lab.show({ grid: Float32Array.of(1, 2) });
    expect(client.count('frame')).toBe(asked + 1);
    // Changed again while one is under way: once more, however often.
    lab.show({ grid: Float32Array.of(3, 4) });
    lab.show({ grid: Float32Array.of(5, 6) });
    await land(made);
    expect(client.count('frame')).toBe(asked + 2);
    expect(client.last('frame').payload.view).toMatchObject({ points: { grid: Float32Array.of(5, 6) } });
    await land(made);
    expect(client.count('frame')).toBe(asked + 2);
  });

  it('show the parts of the view that were last named', async () => {
    const { lab, client } = await open();
    lab.show({ grid: Float32Array.of(1, 2), strip: Uint32Array.of(7) });
    lab.show({ hover: Uint32Array.of(3) });
    void lab.step();
    expect(client.last('step').payload.view).toEqual({
      axes: null,
      points: { grid: Float32Array.of(1, 2), pins: new Float32Array(0), lens: new Float32Array(0) },
      probes: { strip: Uint32Array.of(7), hover: Uint32Array.of(3) },
    });
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

  it('that fail stop the training, with a notice', async () => {
    const { lab, client, state } = await open();
    lab.play();
    await client.fail('frame', new Error('the context is lost'));
    expect(state()).toMatchObject({ playing: false, notices: [{ kind: 'defect', message: 'the context is lost' }] });
    expect(client.waiting('frame')).toBe(0);
  });

  it('of a run that is over are not shown', async () => {
    const { lab, client, draw } = await open();
    lab.play();
    await client.answer('frame', frameOf({ step: 5000 }));
    const resetting = lab.reset();
    await client.answer('start', summaryOf({ dataset: null }));
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
    lab.show({ hover: Uint32Array.of(1) });
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
    expect(client.last('play').payload).toEqual({ playing: false });
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
    lab.show({ hover: Uint32Array.of(1) });
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
    lab.setVisible(false);
    expect(client.last('play').payload).toEqual({ playing: false });
    expect(state().playing).toBe(true);
    await land(made);
    expect(client.waiting('frame'), 'no more frames').toBe(0);
    const asked = client.count('play');
    lab.setVisible(false);
    expect(client.count('play')).toBe(asked);
    lab.setVisible(true);
    expect(client.last('play').payload).toEqual({ playing: true });
    expect(client.waiting('frame')).toBe(1);
  });

  it('does not begin by being seen', async () => {
    const { lab, client, state } = await open();
    lab.setVisible(false);
    lab.setVisible(true);
    expect(client.last('play').payload).toEqual({ playing: false });
    expect(state().playing).toBe(false);
  });

  it('waits for the run, and for the eye', async () => {
    const { lab, client } = createLab();
    lab.play();
    lab.setVisible(false);
    expect(client.asked).toEqual([]);
    const opened = lab.open();
    await client.answer('start', summaryOf());
    await opened;
    expect(client.last('play').payload).toEqual({ playing: false });
    lab.setVisible(true);
    expect(client.last('play').payload).toEqual({ playing: true });
  });

  it('that fails stops, with a notice', async () => {
    const { lab, client, state } = await open();
    lab.play();
    await client.fail('play', new Error('no engine'));
    expect(state()).toMatchObject({ playing: false, notices: [{ kind: 'defect', message: 'no engine' }] });
  });
});

describe('glide', () => {
  /** A clock for `glide`, in ms. */
  function stubClock(): { now: number } {
    const clock = { now: 0 };
    vi.stubGlobal('performance', { now: () => clock.now });
    return clock;
  }

  it('moves both sliders in a straight line and arrives', async () => {
    const { lab, draw } = await open({ beta: 1, noiseScale: 0.5 });
    const clock = stubClock();
    const gliding = lab.glide({ beta: 3, noiseScale: 1.5 }, 1000);
    const path: [number, number][] = [];
    for (const now of [250, 500, 1400]) {
      clock.now = now;
      await draw();
      path.push([lab.settings.beta, lab.settings.noiseScale]);
    }
    await gliding;
    expect(path).toEqual([
      [1.5, 0.75],
      [2, 1],
      [3, 1.5],
    ]);
  });

  it('arrives at once without a duration', async () => {
    const { lab } = await open();
    stubClock();
    await lab.glide({ beta: 1, noiseScale: 1 }, 0);
    expect(lab.settings).toMatchObject({ beta: 1, noiseScale: 1 });
  });

  it('ends where it is when the reader takes over', async () => {
    const { lab, draw } = await open();
    const clock = stubClock();
    const gliding = lab.glide({ beta: 4, noiseScale: 1 }, 1000);
    clock.now = 500;
    await draw();
    lab.takeOver();
    void lab.set({ beta: 0.1 });
    clock.now = 900;
    await draw();
    await gliding;
    expect(lab.settings).toMatchObject({ beta: 0.1, noiseScale: 0.5 });
    clock.now = 2000;
    await draw();
    expect(lab.settings).toMatchObject({ beta: 0.1, noiseScale: 0.5 });
  });

  it('gives way to the next one', async () => {
    const { lab, draw } = await open();
    const clock = stubClock();
    const first = lab.glide({ beta: 4, noiseScale: 1 }, 1000);
    clock.now = 500;
    await draw();
    const second = lab.glide({ beta: 0, noiseScale: 0 }, 100);
    clock.now = 600;
    await draw();
    await draw();
    await Promise.all([first, second]);
    expect(lab.settings).toMatchObject({ beta: 0, noiseScale: 0 });
  });
});

describe('pins', () => {
  it('are decoded where they are', async () => {
    const { lab, client, state } = await open();
    const [a, b] = [lab.addPin(1, 2), lab.addPin(3, 4)];
    expect(a.id).not.toBe(b.id);
    lab.movePin(a.id, -1, -2);
    void lab.step();
    expect(client.last('step').payload.view).toMatchObject({ points: { pins: Float32Array.of(-1, -2, 3, 4) } });
    lab.removePin(a.id);
    expect(state().pins).toEqual([{ id: b.id, x: 3, y: 4 }]);
    lab.removePin(a.id);
    lab.movePin(a.id, 9, 9);
    expect(state().pins).toEqual([{ id: b.id, x: 3, y: 4 }]);
  });

  it('are so many at most; a further one takes the place of the oldest', async () => {
    const { lab, client, state } = await open();
    const ids = Array.from({ length: MAX_PINS + 3 }, (_, i) => lab.addPin(i, 0).id);
    expect(state().pins.map(({ id }) => id)).toEqual(ids.slice(3));
    void lab.step();
    const { view } = client.last('step').payload as { view: { points: { pins: Float32Array } } };
    expect(view.points.pins).toHaveLength(2 * MAX_PINS);
  });
});

describe('notices', () => {
  it('are shown in order until they are dismissed', async () => {
    const { lab, state } = await open();
    lab.notify({ kind: 'data', message: 'one' });
    lab.notify({ kind: 'defect', message: 'two' });
    expect(state().notices).toMatchObject([{ message: 'one' }, { message: 'two' }]);
    lab.dismiss(state().notices[0]!.id);
    expect(state().notices).toMatchObject([{ message: 'two' }]);
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
    expect(client.count('measure')).toBe(1);
  });

  it('keeps the history when parameters do not fit', async () => {
    const { lab, client } = await open();
    const { points } = lab.history;
    const loading = lab.load({} as Parameters<Lab['load']>[0]);
    await Promise.all([expect(loading).rejects.toThrow(RangeError), client.fail('load', new RangeError('too short'))]);
    expect(lab.history.points).toBe(points);
  });
});
