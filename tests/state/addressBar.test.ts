import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { type AddressWindow, bindAddress, type Keep } from '../../src/state/addressBar';
import { readEmbed } from '../../src/state/embedLink';
import { USUAL_LAYERS } from '../../src/state/planeLayers';
import { bindTogether } from '../../src/state/together';
import { datasetOf } from '../support/labs';
import { makeLabs } from '../support/makeLabs';
import { ownText } from '../support/ownText';

/** A browser's address, with a history that Back goes through. */
class FakeWindow implements AddressWindow {
  private readonly entries: { hash: string; state: unknown }[];
  private at = 0;
  private listener: () => void = () => undefined;
  readonly location: AddressWindow['location'];
  readonly history: AddressWindow['history'];

  constructor(hash = '') {
    this.entries = [{ hash, state: null }];
    const entry = () => this.entries[this.at]!;
    this.location = {
      origin: 'https://example.org',
      pathname: '/page',
      search: '?q',
      get hash() {
        return entry().hash;
      },
    };
    const entries = this.entries;
    const at = () => this.at;
    this.history = {
      get state() {
        return entry().state;
      },
      replaceState(state: unknown, _: string, url: string) {
        entries[at()] = { state, hash: url.replace(/^[^#]*/, '') };
      },
    };
  }

  get length(): number {
    return this.entries.length;
  }

  addEventListener(_: 'hashchange', listener: () => void): void {
    this.listener = listener;
  }

  removeEventListener(): void {
    this.listener = () => undefined;
  }

  /** The reader types an address, or follows a link to a place. */
  type(hash: string): void {
    this.entries.splice(this.at + 1);
    this.entries.push({ hash, state: null });
    this.at += 1;
    this.listener();
  }

  go(by: number): void {
    this.at += by;
    this.listener();
  }
}

function bind(hash = '', keep?: Keep) {
  const { page, labs } = makeLabs();
  const lab = labs.add({ id: 'lab', settings: {} });
  const second = labs.add({ id: 'second', settings: { beta: 1 } });
  const browser = new FakeWindow(hash);
  const visited: string[] = [];
  const bar = bindAddress(
    page,
    labs,
    (place) => {
      visited.push(place);
      return place === 'lab' || place === 'surgery';
    },
    keep,
    browser,
  );
  vi.runAllTimers();
  return { page, labs, lab, second, browser, visited, bar, said: () => browser.location.hash };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the address bar', () => {
  it('follows settings of every lab and of the page, without entries in the history', () => {
    const { lab, second, page, browser, said } = bind();
    expect(said()).toBe('');
    void lab.set({ beta: 2 });
    void second.set({ noiseScale: 1 });
    page.set({ lang: 'zh' });
    vi.runAllTimers();
    expect(said()).toBe('#v=1&b=2&second.s=1&lang=zh');
    expect(browser.length).toBe(1);
  });

  it('sets what is typed, keeps what is not named, and says all of it', () => {
    const { lab, second, browser, said } = bind();
    void lab.set({ beta: 2, noiseScale: 1, learningRate: 0.01 });
    browser.type('#v=1&b=4&second.b=8');
    expect(lab.settings).toMatchObject({ beta: 4, noiseScale: 1, learningRate: 0.01 });
    expect(second.settings).toMatchObject({ beta: 8 });
    expect(said()).toBe('#v=1&b=4&s=1&lr=0.01&second.b=8');
  });

  it('tells what it drops, and keeps the setting', () => {
    const { lab, page, browser, said } = bind();
    void lab.set({ beta: 2 });
    browser.type('#v=1&b=-4&zoom=1');
    expect(lab.settings.beta).toBe(2);
    expect(page.notices.store.getState().map((notice) => notice.kind)).toEqual(['address', 'address']);
    expect(said()).toBe('#v=1&b=2');
  });

  it('goes to a place and keeps every setting', () => {
    const { lab, browser, visited, said } = bind();
    void lab.set({ beta: 2 });
    browser.type('#surgery');
    expect(visited).toEqual(['surgery']);
    expect(lab.settings.beta).toBe(2);
    expect(said()).toBe('#surgery&v=1&b=2');
  });

  it('goes to the place that it was opened at when that has come, and no more than once', () => {
    const { bar, visited, said } = bind('#surgery&v=1&b=2');
    expect(visited).toEqual([]);
    bar.arrive();
    bar.arrive();
    expect(visited).toEqual(['surgery']);
    vi.runAllTimers();
    expect(said()).toBe('#surgery');
  });

  it('tells of a place that it was opened at and that is not there', () => {
    const { bar, page, said } = bind('#nowhere');
    bar.arrive();
    vi.runAllTimers();
    expect(page.notices.store.getState()).toMatchObject([{ kind: 'address', fault: { text: 'nowhere' } }]);
    expect(said()).toBe('');
  });

  it('tells of a place that is not there', () => {
    const { page, browser, said } = bind();
    browser.type('#nowhere');
    expect(page.notices.store.getState()).toMatchObject([{ kind: 'address', fault: { text: 'nowhere' } }]);
    expect(said()).toBe('');
  });

  it('Back and Forward leave settings as they are, and make every entry true', () => {
    const { lab, browser, said } = bind();
    void lab.set({ hidden: [32] });
    vi.runAllTimers();
    browser.type('#surgery');
    void lab.set({ hidden: [64], beta: 3 });
    vi.runAllTimers();
    browser.go(-1);
    expect(lab.settings).toMatchObject({ hidden: [64], beta: 3 });
    expect(said()).toBe('#v=1&b=3');
    browser.go(1);
    expect(said()).toBe('#surgery&v=1&b=3');
  });

  it('gives a link to what is there now, without waiting', () => {
    const { lab, bar, said } = bind();
    void lab.set({ beta: 2 });
    expect(bar.link()).toBe('https://example.org/page?q#v=1&b=2');
    expect(said()).toBe('#v=1&b=2');
  });

  it('says the window while the reader has taken it, and the pins', () => {
    const { labs, said } = bind();
    const {
      plane,
      lab: { pins },
    } = labs.entry('lab')!;
    for (let frame = 1; frame < 20; frame++) plane.follow(Float32Array.of(20, 20, 22, 22), 16 * frame);
    vi.runAllTimers();
    expect(said()).toBe('');
    plane.take({ x: 1, y: 2, half: 3 });
    const { id } = pins.add(0.25, -0.5);
    labs.entry('second')!.plane.take({ x: 0, y: 0, half: 4 });
    vi.runAllTimers();
    expect(said()).toBe('#v=1&w=1,2,3&p=0.25,-0.5&second.w=0,0,4');
    plane.fit(new Float32Array(0));
    pins.remove(id);
    vi.runAllTimers();
    expect(said()).toBe('#v=1&second.w=0,0,4');
  });

  it('says the region that is marked and which draws from the prior are shown, and takes typed ones', () => {
    const { labs, lab, browser, said } = bind();
    lab.region.place({ left: -1, bottom: 0, right: 0.5, top: 2 });
    lab.region.brush(true);
    lab.prior.show();
    lab.prior.redraw();
    lab.prior.point(4);
    vi.runAllTimers();
    expect(said()).toBe('#v=1&rg=-1,0,0.5,2&pr=1');
    browser.type('#rg=&second.rg=0,0,1,1&second.pr=5');
    expect(lab.region.box).toBeNull();
    expect(lab.prior.drawn).toBe(1);
    const second = labs.entry('second')!.lab;
    expect(second.region.box).toEqual({ left: 0, bottom: 0, right: 1, top: 1 });
    expect(second.prior.drawn).toBe(5);
    browser.type('#pr=&second.pr=');
    expect(lab.prior.drawn).toBeNull();
    expect(second.prior.drawn).toBeNull();
    expect(said()).toBe('#v=1&second.rg=0,0,1,1');
  });

  it('shows a window that is taken where it is', () => {
    const { labs, said } = bind();
    const { plane } = labs.entry('lab')!;
    plane.take(plane.current);
    vi.runAllTimers();
    expect(said()).toBe('#v=1&w=0,0,3.25');
  });

  it('asks for no change of the address while a plane follows the codes', () => {
    const { labs } = bind();
    const { plane } = labs.entry('lab')!;
    plane.follow(Float32Array.of(20, 20, 22, 22), 16);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('takes a typed window and typed pins, and keeps those that are not named', () => {
    const { labs, browser, said } = bind();
    const {
      plane,
      lab: { pins },
    } = labs.entry('lab')!;
    pins.add(1, 1);
    browser.type('#v=1&w=1,2,3');
    expect(plane.taken).toEqual({ x: 1, y: 2, half: 3 });
    expect(pins.all).toMatchObject([{ x: 1, y: 1 }]);
    browser.type('#p=4,5;6,7');
    expect(plane.taken).toEqual({ x: 1, y: 2, half: 3 });
    expect(pins.all).toMatchObject([
      { x: 4, y: 5 },
      { x: 6, y: 7 },
    ]);
    browser.type('#p=&w=nowhere');
    expect(pins.all).toEqual([]);
    expect(said()).toBe('#v=1&w=1,2,3');
  });

  it('says names that are no letters by place, and the pins that are added up, and takes typed ones', () => {
    const { lab, browser, said } = bind();
    const { pins } = lab;
    pins.place([
      { x: 1, y: 0 },
      { x: 2, y: 0, name: 'a; b, 50%' },
      { x: 3, y: 0 },
    ]);
    pins.arithmetic.choose([1, 0, 2]);
    vi.runAllTimers();
    expect(said()).toBe('#v=1&p=1,0;2,0,a%253B%20b%2C%2050%2525;3,0&ar=2,1,3');
    const written = said();
    browser.type('#p=9,9,seven');
    expect(pins.all).toMatchObject([{ x: 9, y: 9, name: 'seven' }]);
    expect(said()).toBe('#v=1&p=9,9,seven');
    browser.type(written);
    expect(pins.all.map(({ name }) => name)).toEqual(['A', 'a; b, 50%', 'C']);
    expect(pins.arithmetic.terms!.map(({ x }) => x)).toEqual([2, 1, 3]);
    browser.type('#ar=');
    expect(pins.arithmetic.terms!.map(({ x }) => x)).toEqual([1, 2, 3]);
    expect(lab.notices.store.getState()).toEqual([]);
    browser.type('#ar=1,2,7');
    expect(pins.arithmetic.places).toBeNull();
    const fault = { text: 'ar=1,2,7', kind: 'bad-value', spec: { kind: 'terms' } };
    expect(lab.notices.store.getState()).toMatchObject([{ kind: 'address', fault }]);
  });

  it('says the layers where they are not the usual ones, and takes typed ones', () => {
    const { labs, lab, browser, said } = bind();
    lab.layers.set({ density: true, classes: false });
    vi.runAllTimers();
    expect(said()).toBe('#v=1&y=density,ellipses,points,truePosterior,predicted,path');
    browser.type('#second.y=contours');
    expect(labs.entry('second')!.lab.layers.shown).toEqual(['contours']);
    expect(lab.layers.shown).toEqual(['density', 'ellipses', 'points', 'truePosterior', 'predicted', 'path']);
    expect(said()).toBe('#v=1&y=density,ellipses,points,truePosterior,predicted,path&second.y=contours');
    lab.layers.set({ density: false, classes: true });
    vi.runAllTimers();
    expect(said()).toBe('#v=1&second.y=contours');
  });

  it('says the selected image, takes a typed one, and releases it where none is typed', () => {
    const { labs, lab, browser, said } = bind();
    lab.selection.select(17);
    vi.runAllTimers();
    expect(said()).toBe('#v=1&x=17');
    browser.type('#x=18&second.image=3');
    expect(lab.selection.index).toBe(18);
    expect(labs.entry('second')!.lab.selection.index).toBe(3);
    expect(said()).toBe('#v=1&x=18&second.x=3');
    browser.type('#x=');
    expect(lab.selection.index).toBeNull();
    expect(said()).toBe('#v=1&second.x=3');
  });

  it('leaves out a variant that the data do not have, and says so', () => {
    const { labs, lab, browser, said } = bind();
    const fault = { text: 'dv=B', kind: 'bad-value', spec: { kind: 'variant' } };
    browser.type('#dv=B&b=2');
    expect(lab.settings).toMatchObject({ data: 'uci-digits', variant: '', beta: 2 });
    expect(lab.notices.store.getState()).toMatchObject([{ kind: 'address', fault }]);
    expect(said()).toBe('#v=1&b=2');
    browser.type('#d=faces&dv=B');
    browser.type('#dv=C');
    expect(lab.settings, 'of the data that are there').toMatchObject({ data: 'faces', variant: 'C' });
    expect(lab.notices.store.getState()).toHaveLength(1);
    const third = labs.add({ id: 'third', settings: {} }, { settings: { variant: 'B', beta: 2 } });
    expect(third.settings).toMatchObject({ variant: '', beta: 2 });
    expect(third.notices.store.getState()).toMatchObject([{ kind: 'address', fault }]);
    const beside = { id: 'third', keys: [] };
    const fourth = labs.add({ id: 'fourth', settings: {}, beside }, { settings: { variant: 'B' } });
    expect(fourth.settings.variant).toBe('');
    expect(fourth.notices.store.getState(), 'the first has said so').toEqual([]);
  });

  describe('of an image that the data do not have', () => {
    const imagesOf = (n: number) => ({ ...datasetOf(), n });
    const faultOf = (text: string) => ({
      kind: 'address',
      fault: { text, kind: 'bad-value', spec: { kind: 'image' } },
    });

    it('keeps the one that is selected, and says so', () => {
      const { lab, browser, said } = bind();
      lab.store.setState({ dataset: imagesOf(20) });
      browser.type('#x=3');
      browser.type('#x=20');
      expect(lab.selection.index).toBe(3);
      expect(lab.notices.store.getState()).toMatchObject([faultOf('x=20')]);
      expect(said()).toBe('#v=1&x=3');
    });

    it('says so when the data have come', () => {
      const { lab, browser } = bind();
      browser.type('#x=20');
      lab.store.setState({ starting: true });
      lab.store.setState({ dataset: imagesOf(20) });
      expect(lab.selection.index).toBeNull();
      expect(lab.notices.store.getState()).toEqual([]);
      lab.store.setState({ starting: false });
      expect(lab.notices.store.getState()).toMatchObject([faultOf('x=20')]);
      lab.store.setState({ dataset: imagesOf(10) });
      expect(lab.notices.store.getState(), 'once').toHaveLength(1);
    });

    it('selects it where other data that are on their way have it, unless the reader selects another', () => {
      for (const chosen of [null, 7]) {
        const { lab, browser } = bind();
        lab.store.setState({ dataset: imagesOf(20), starting: true });
        browser.type('#x=25');
        if (chosen !== null) lab.selection.select(chosen);
        lab.store.setState({ dataset: imagesOf(30) });
        lab.store.setState({ starting: false });
        expect(lab.selection.index).toBe(chosen ?? 25);
        expect(lab.notices.store.getState()).toEqual([]);
      }
    });
  });

  it('Back and Forward bring back neither windows nor pins', () => {
    const { labs, browser, said } = bind();
    const {
      plane,
      lab: { pins },
    } = labs.entry('lab')!;
    plane.take({ x: 1, y: 2, half: 3 });
    vi.runAllTimers();
    browser.type('#surgery');
    plane.take({ x: 0, y: 0, half: 1 });
    pins.add(1, 1);
    vi.runAllTimers();
    browser.go(-1);
    expect(plane.taken).toEqual({ x: 0, y: 0, half: 1 });
    expect(said()).toBe('#v=1&w=0,0,1&p=1,1');
  });

  it('leaves what belongs to somebody else in the address, and tells of none of it', () => {
    const { lab, page, browser, bar, said } = bind('#figure=lab&beta_hide=1&b=2', readEmbed);
    expect(said()).toBe('#figure=lab&beta_hide=1');
    void lab.set({ beta: 4 });
    vi.runAllTimers();
    expect(said()).toBe('#figure=lab&beta_hide=1&v=1&b=4');
    browser.type('#b=3&panels=plane');
    expect(lab.settings.beta).toBe(3);
    expect(said()).toBe('#panels=plane&v=1&b=3');
    expect(bar.link()).toBe('https://example.org/page?q#panels=plane&v=1&b=3');
    expect(page.notices.store.getState()).toEqual([]);
  });

  it('lets go when it is told to', () => {
    const { lab, labs, browser, bar, said } = bind();
    bar.dispose();
    void lab.set({ beta: 2 });
    labs.entry('lab')!.plane.take({ x: 1, y: 2, half: 3 });
    labs.entry('lab')!.lab.pins.add(1, 1);
    vi.runAllTimers();
    expect(said()).toBe('');
    browser.type('#v=1&b=4');
    expect(lab.settings.beta).toBe(2);
  });
});

describe('labs that are compared', () => {
  function compared(hash = '', apart = false) {
    const { page, labs } = makeLabs();
    labs.add({ id: 'lab', settings: {} });
    const left = labs.add({ id: 'pair', settings: {} });
    const beside = { id: 'pair', keys: ['seed'] as const, apart };
    const right = labs.add({ id: 'pair.right', settings: { beta: 1 }, beside });
    labs.compare([left, right], ['seed']);
    bindTogether([left, right], ['seed']);
    const browser = new FakeWindow(hash);
    bindAddress(page, labs, () => true, undefined, browser);
    vi.runAllTimers();
    const said = (): string => {
      vi.runAllTimers();
      return browser.location.hash;
    };
    return { labs, left, right, browser, said };
  }

  it('say once what they have in common, and each its own settings', () => {
    const { labs, left, right, said } = compared();
    void right.set({ seed: 7, beta: 8 });
    void left.set({ noiseScale: 0.5 });
    labs.entry('pair.right')!.plane.take({ x: 1, y: 0, half: 2 });
    right.pins.add(1, 2);
    right.layers.set({ classes: false });
    right.selection.select(4);
    const layers = USUAL_LAYERS.filter((layer) => layer !== 'classes');
    expect(said()).toBe(`#v=1&pair.s=0.5&pair.r=7&pair.w=1,0,2&pair.p=1,2&pair.y=${layers}&pair.x=4&pair.right.b=8`);
  });

  it('that have planes of their own say the window and the pins of each, and do what is said of it alone', () => {
    const { labs, left, right, said, browser } = compared('', true);
    labs.entry('pair.right')!.plane.take({ x: 1, y: 0, half: 2 });
    left.pins.add(1, 2);
    right.selection.select(4);
    expect(said()).toBe('#v=1&pair.p=1,2&pair.x=4&pair.right.w=1,0,2');
    expect(right.pins.all).toEqual([]);
    browser.type('#pair.right.p=3,4');
    expect(left.pins.all).toMatchObject([{ x: 1, y: 2 }]);
    expect(right.pins.all).toMatchObject([{ x: 3, y: 4 }]);
    expect(labs.entry('pair')!.pointer).not.toBe(labs.entry('pair.right')!.pointer);
  });

  it('do all what is said of one of them', () => {
    const { labs, left, right, browser } = compared();
    browser.type(
      '#pair.right.r=9&pair.right.w=1,0,2&pair.right.p=3,4&pair.right.y=density&pair.right.x=5&pair.right.b=2',
    );
    expect([left, right].map(({ settings }) => settings.seed)).toEqual([9, 9]);
    expect([left, right].map(({ settings }) => settings.beta)).toEqual([0, 2]);
    expect(left.layers.shown).toEqual(['density']);
    expect(left.selection.index).toBe(5);
    const { plane } = labs.entry('pair')!;
    expect(plane.taken).toEqual({ x: 1, y: 0, half: 2 });
    expect(left.pins.all).toMatchObject([{ x: 3, y: 4 }]);
  });
});

it('writes what figures with a component of their own are set to, and takes what is typed beside it', () => {
  const { page, labs } = makeLabs();
  labs.add({ id: 'lab', settings: {} });
  const browser = new FakeWindow('');
  const [kl, shapes] = [ownText(), ownText()];
  const bar = bindAddress(page, labs, () => true, undefined, browser, {}, { kl, shapes });
  kl.setState({ mu: '2', draws: '100' }, true);
  vi.runAllTimers();
  expect(browser.location.hash).toBe('#v=1&kl.mu=2&kl.draws=100');
  browser.type('#kl.mu=-1&shapes.cloud=3');
  expect(kl.getState()).toEqual({ mu: '-1', draws: '100' });
  expect(shapes.getState()).toEqual({ cloud: '3' });
  expect(page.notices.store.getState()).toEqual([]);
  vi.runAllTimers();
  expect(browser.location.hash).toBe('#v=1&kl.mu=-1&kl.draws=100&shapes.cloud=3');
  kl.setState(null, true);
  expect(bar.link()).toBe('https://example.org/page?q#v=1&shapes.cloud=3');
  bar.dispose();
});

it('writes the plan of a sweep, and takes the one that is typed', () => {
  const { page, labs } = makeLabs();
  labs.add({ id: 'lab', settings: {} });
  const browser = new FakeWindow('');
  const sweep = createStore<string | null>(() => null);
  bindAddress(page, labs, () => true, undefined, browser, { sweep });
  sweep.setState('r:1,2', true);
  vi.runAllTimers();
  expect(browser.location.hash).toBe('#v=1&sw=r:1,2');
  browser.type('#sw=z:1,2');
  expect(sweep.getState()).toBe('z:1,2');
  sweep.setState(null, true);
  vi.runAllTimers();
  expect(browser.location.hash).toBe('');
});
