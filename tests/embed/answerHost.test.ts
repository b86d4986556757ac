import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerHost, type FrameWindow } from '../../src/embed/answerHost';
import { isFrameMessage, MARK } from '../../src/embed/messages';
import { type Steered, steeredLabs } from '../../src/embed/steered';
import { OWN_VALUES } from '../../src/figures/own/values';
import { type FakeClient, frameOf, summaryOf, turn } from '../support/fakeClient';
import { makeLabs } from '../support/makeLabs';
import { openedWith } from '../support/ownText';

const ORIGIN = 'https://blog.example';

type Said = Readonly<Record<string, unknown>>;

type Site = ReturnType<typeof makeLabs>;

function setUp(steer = async ({ labs }: Site): Promise<Steered> => steeredLabs(labs)) {
  const site = makeLabs({ autoplay: false });
  const lab = site.labs.add({ id: 'lab', settings: {} });
  const said: Said[] = [];
  const listeners = new Set<(event: MessageEvent) => void>();
  let clock = 0;
  const parent = {
    postMessage(message: unknown, targetOrigin: string): void {
      expect(targetOrigin).toBe(ORIGIN);
      expect(isFrameMessage(message)).toBe(true);
      said.push(message as Said);
    },
  };
  const frame: FrameWindow = {
    parent,
    addEventListener: (_, listener) => listeners.add(listener),
    removeEventListener: (_, listener) => listeners.delete(listener),
  };
  const stop = answerHost(
    site.page,
    site.labs,
    () => steer(site),
    ORIGIN,
    () => clock,
    frame,
  );
  const hear = async (data: unknown, from: object = parent, origin = ORIGIN): Promise<void> => {
    for (const listener of listeners) listener({ data, source: from, origin } as unknown as MessageEvent);
    await turn();
  };
  return {
    ...site,
    lab,
    said,
    stop,
    hear,
    listeners,
    pass(ms: number): void {
      clock += ms;
    },
    ask: (message: object) => hear({ ...MARK, ...message }),
    of: (type: string) => said.filter((message) => message.type === type),
  };
}

/** A lab whose run has begun. */
async function begun() {
  const made = setUp();
  const opened = made.lab.open();
  await turn();
  const [client] = made.clients as [FakeClient];
  await client.answer('start', summaryOf());
  await opened;
  await client.answer('play', null);
  await client.answer('frame', frameOf());
  made.draw();
  return { ...made, client };
}

describe('a figure in a frame', () => {
  it('says at once that it is ready, with its settings, and again when it is greeted', async () => {
    const { said, ask } = setUp();
    expect(said).toEqual([{ ...MARK, type: 'ready', settings: expect.objectContaining({ beta: 0, lang: 'auto' }) }]);
    await ask({ type: 'hello' });
    expect(said[1]).toEqual(said[0]);
  });

  it('starts no worker by itself', () => {
    expect(setUp().clients).toEqual([]);
  });

  it('plays, pauses and sets what it is told', async () => {
    const { lab, page, ask, of } = setUp();
    await ask({ type: 'play' });
    expect(lab.store.getState().playing).toBe(true);
    await ask({ type: 'pause' });
    expect(lab.store.getState().playing).toBe(false);
    await ask({ type: 'set', settings: { beta: '4', theme: 'dark' }, reply: 7 });
    expect([lab.settings.beta, page.settings.theme]).toEqual([4, 'dark']);
    expect(of('done')).toEqual([{ ...MARK, type: 'done', reply: 7, frame: null }]);
    await ask({ type: 'set', settings: { beta: null } });
    expect(lab.settings.beta).toBe(0);
    expect(of('done')).toHaveLength(1);
  });

  it('gives the window back to the codes where it is none any more, and does the rest of what is said with it', async () => {
    const { lab, labs, ask, of } = setUp();
    const { plane } = labs.entry('lab')!;
    await ask({ type: 'set', settings: { window: '1,2,3' } });
    expect(plane.taken).toEqual({ x: 1, y: 2, half: 3 });
    await ask({ type: 'set', settings: { window: null, beta: 2 } });
    expect([plane.taken, lab.settings.beta]).toEqual([null, 2]);
    expect(of('refused')).toEqual([]);
  });

  it('refuses what is out of range, in words, and changes nothing', async () => {
    const { lab, ask, of } = setUp();
    await ask({ type: 'set', settings: { sigma: 1, beta: 99 }, reply: 1 });
    await ask({ type: 'set', settings: { sky: 1 } });
    await ask({ type: 'step', count: -1, reply: 2 });
    expect(of('refused')).toMatchObject([
      { reply: 1, name: 'RangeError', message: expect.stringContaining('from 0 to 32') },
      { reply: null, message: expect.stringContaining('sky') },
      { reply: 2, message: expect.stringContaining('-1') },
    ]);
    expect(lab.settings.noiseScale).toBe(0);
  });

  it('leaves out a variant that stands among the attributes, but that other data do not have', async () => {
    const { lab, ask, of } = await begun();
    await ask({ type: 'set', settings: { data: 'faces', variant: 'lower', count: '50' } });
    expect(lab.settings).toMatchObject({ data: 'faces', variant: 'lower', count: 50 });
    expect(of('refused')).toEqual([]);
    await ask({ type: 'set', settings: { data: 'mnist', variant: 'lower', count: '50' } });
    expect(lab.settings).toMatchObject({ data: 'mnist', variant: '', count: 50 });
    await ask({ type: 'set', settings: { variant: 'upper', count: '60' } });
    expect(lab.settings).toMatchObject({ data: 'mnist', variant: '', count: 60 });
    expect(of('refused')).toEqual(
      ['lower', 'upper'].map((variant) => ({
        ...MARK,
        type: 'refused',
        reply: null,
        name: 'RangeError',
        message: `variant is ${variant}; the data set mnist has none of that name`,
      })),
    );
    // A script is answered by its promise.
    await ask({ type: 'set', settings: { data: 'strokes', variant: 'lower' }, reply: 1 });
    expect(lab.settings).toMatchObject({ data: 'strokes', variant: 'lower' });
  });

  it('refuses an image that the data do not have, and one that no data have', async () => {
    const { lab, ask, of } = await begun();
    const { n } = lab.dataset!;
    await ask({ type: 'set', settings: { image: n - 1 }, reply: 1 });
    expect(lab.selection.index).toBe(n - 1);
    await ask({ type: 'set', settings: { image: n, beta: 4 }, reply: 2 });
    expect(of('refused')).toMatchObject([
      {
        reply: 2,
        name: 'RangeError',
        message: `There is no image ${n}; the index must be a whole number from 0 to ${n - 1}`,
      },
    ]);
    expect([lab.selection.index, lab.settings.beta]).toEqual([n - 1, 0]);
    expect(lab.notices.store.getState()).toEqual([]);
  });

  it('takes exactly the steps that it is asked for, and answers with the numbers after them', async () => {
    const { client, ask, of } = await begun();
    await ask({ type: 'step', count: 100, reply: 3 });
    expect(client.last('step').payload).toMatchObject({ count: 100 });
    await client.answer('step', frameOf({ step: 100, circleCoverage: 0.25 }));
    expect(of('done')).toMatchObject([{ reply: 3, frame: { step: 100, loss: 12, circleCoverage: 0.25 } }]);
  });

  it('tells of frames ten times a second while it trains, and always of the one that it rests at', async () => {
    const { client, lab, labs, draw, of, pass } = await begun();
    labs.scheduler.see(lab, true);
    lab.play();
    await turn();
    await client.answer('play', null);
    const before = of('frame').length;
    for (let i = 1; i <= 20; i++) {
      pass(20);
      await client.answer('frame', frameOf({ step: i, training: true }));
      draw();
      await turn();
    }
    // Twenty frames in 400 ms.
    expect(of('frame').length - before).toBeLessThanOrEqual(5);
    expect(of('frame').length - before).toBeGreaterThanOrEqual(4);
    pass(20);
    await client.answer('frame', frameOf({ step: 21, training: false }));
    draw();
    expect(of('frame').at(-1)).toMatchObject({ frame: { step: 21 } });
  });

  it('tells that it cannot go on', async () => {
    const { lab, clients, of } = setUp();
    const opened = lab.open();
    await turn();
    await clients[0]!.fail('start', new Error('out of memory'));
    await opened;
    expect(of('failed')).toEqual([{ ...MARK, type: 'failed', message: expect.stringContaining('out of memory') }]);
  });

  it('tells of one of several labs by its name when that cannot go on', async () => {
    const { labs, clients, of } = setUp(async (site) => {
      if (site.labs.byId('right') === undefined) site.labs.add({ id: 'right', settings: {} });
      return steeredLabs(site.labs);
    });
    await turn();
    const opened = labs.byId('right')!.open();
    await turn();
    await clients[0]!.fail('start', new Error('out of memory'));
    await opened;
    expect(of('failed')).toMatchObject([{ message: expect.stringMatching(/^right: .*out of memory/) }]);
  });

  it('sets what a figure with a component of its own has behind its id, and refuses what it cannot have with all else', async () => {
    const own = openedWith('kl', OWN_VALUES.kl);
    const { ask, of, lab } = setUp(async ({ labs }) => Object.assign(steeredLabs(labs), { own }));
    await turn();
    await ask({ type: 'set', settings: { 'kl.mu': 2, 'kl.draws': '100' }, reply: 1 });
    expect(own.store.getState()).toMatchObject({ mu: 2, draws: 100 });
    await ask({ type: 'set', settings: { beta: 2, 'kl.mu': 9 }, reply: 2 });
    await ask({ type: 'set', settings: { beta: 2, 'kl.nu': 1 }, reply: 3 });
    await ask({ type: 'set', settings: { 'pca.model': 1 }, reply: 4 });
    expect(of('refused')).toMatchObject([
      { reply: 2, name: 'RangeError', message: 'mu is 9; it must be a number from -3 to 3' },
      { reply: 3, name: 'RangeError', message: expect.stringContaining('has no nu') },
      { reply: 4, name: 'RangeError', message: expect.stringContaining('There is no setting pca.model=1') },
    ]);
    expect(lab.settings.beta).toBe(0);
    await ask({ type: 'set', settings: { 'kl.mu': null }, reply: 5 });
    expect(own.store.getState()).toMatchObject({ mu: 1, draws: 100 });
    expect(of('done').map(({ reply }) => reply)).toEqual([1, 5]);
  });

  it('refuses a plan where nothing is swept, and all that is set with it', async () => {
    const { lab, ask, of } = setUp();
    await ask({ type: 'set', settings: { beta: 4, sw: 'b:1,2' }, reply: 1 });
    expect(of('refused')).toMatchObject([
      { reply: 1, name: 'RangeError', message: expect.stringContaining('sw=b:1,2') },
    ]);
    expect(lab.settings.beta).toBe(0);
  });

  it('tells that what it steers did not come, and asks for it again', async () => {
    let tries = 0;
    const { ask, of, lab } = setUp(async ({ labs }) => {
      tries += 1;
      if (tries < 4) throw new TypeError('no network');
      return steeredLabs(labs);
    });
    await turn();
    await ask({ type: 'play' });
    await ask({ type: 'step', count: 1, reply: 5 });
    expect(of('failed')).toMatchObject([{ message: 'no network' }, { message: 'no network' }]);
    expect(of('refused')).toMatchObject([{ reply: 5, message: 'no network' }]);
    await ask({ type: 'play' });
    expect(lab.store.getState().playing).toBe(true);
  });

  it('takes nothing of another window or origin', async () => {
    const { hear, said, lab } = setUp();
    const play = { ...MARK, type: 'play' };
    await hear(play, {});
    await hear(play, undefined, 'https://blog.example.evil');
    await hear(play, undefined, 'http://blog.example');
    await hear(play, undefined, 'null');
    expect(lab.store.getState().playing).toBe(false);
    expect(said).toHaveLength(1);
  });

  it('takes no notice of what is no message, from its own page or any other', async () => {
    const { hear, said, lab, clients } = setUp();
    const before = lab.store.getState();
    await fc.assert(
      fc.asyncProperty(fc.anything(), fc.string(), async (data, type) => {
        await hear(data);
        await hear({ vaeGeometry: 2, type: 'play' });
        await hear({ ...MARK, type: `x${type}`, data });
      }),
      { seed: 84, numRuns: 300 },
    );
    expect(lab.store.getState()).toBe(before);
    expect(said).toHaveLength(1);
    expect(clients).toEqual([]);
  });

  it('is silent when it has ended', async () => {
    const { stop, hear, listeners, said } = setUp();
    stop();
    expect(listeners.size).toBe(0);
    await hear({ ...MARK, type: 'hello' });
    expect(said).toHaveLength(1);
  });
});
