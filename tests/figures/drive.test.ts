/** What words of the text have figures do, before anything of the figures has been fetched. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { driveFigure } from '../../src/figures/drive';
import { showInFigure } from '../../src/figures/light';
import { ownValuesOf } from '../../src/figures/ownValues';
import { FIGURES } from '../../src/figures/table';
import type { Site } from '../../src/panels/context';
import type { FigureSpec } from '../../src/state/figureSpec';
import { defaultSettings } from '../../src/state/settings';
import { bindTogether } from '../../src/state/together';
import { frameOf, summaryOf, turn } from '../support/fakeClient';
import { makeLabs } from '../support/makeLabs';
import { ownText } from '../support/ownText';

const PAIR: FigureSpec = {
  id: 'pair',
  labs: ['pair', 'pair.right'].map((id) => ({ id, settings: {}, panels: ['plane'] })),
  linked: [],
};
const OWN: FigureSpec = FIGURES.regularisers;
const SWEEP: FigureSpec = { id: 'sweep', labs: [], linked: [], sweeps: { plan: null, base: null } };

beforeEach(() => {
  vi.stubGlobal('window', {});
  return () => void vi.unstubAllGlobals();
});

function setUp() {
  const { labs, page, clients, draw } = makeLabs();
  for (const { id, settings } of PAIR.labs) labs.add({ id, settings });
  const site: Site = {
    url: 'https://vae.example/',
    figures: [PAIR, OWN, SWEEP],
    labs,
    page,
    sweeps: { sweep: createStore<string | null>(() => null) },
    own: { [OWN.id]: ownText() },
    link: () => '',
  };
  return { site, both: PAIR.labs.map(({ id }) => labs.byId(id)!), clients, draw };
}

describe('words that set a figure', () => {
  it('set all of its labs, and have them train', () => {
    const { site, both } = setUp();
    driveFigure(site, PAIR, { settings: { beta: 4 }, layers: ['density'], play: true });
    for (const lab of both) {
      expect(lab.settings.beta).toBe(4);
      expect(lab.store.getState().playing).toBe(true);
      expect(lab.layers.shown).toContain('density');
    }
  });

  it('have its models be as the figure has them again, where they say so, trained by what the reader has chosen', async () => {
    const { site, both } = setUp();
    await Promise.all(both.map((lab) => lab.set({ data: 'line', beta: 3, likelihood: 'squared', engine: 'webgl' })));
    driveFigure(site, PAIR, { settings: { noiseScale: 1 }, anew: true });
    const { data, likelihood } = defaultSettings();
    for (const { settings } of both)
      expect(settings).toMatchObject({ data, beta: 0, likelihood, noiseScale: 1, engine: 'webgl' });
  });

  it('begin a run anew where they set what one begins with, though that is set already', () => {
    const { site, both } = setUp();
    const resets = both.map((lab) => vi.spyOn(lab, 'reset').mockResolvedValue());
    const settings = { init: both[0]!.settings.init };
    driveFigure(site, PAIR, { settings });
    for (const reset of resets) expect(reset).not.toHaveBeenCalled();
    vi.spyOn(both[0]!, 'frame', 'get').mockReturnValue(frameOf({ step: 20 }));
    driveFigure(site, PAIR, { settings: { beta: both[0]!.settings.beta } });
    expect(resets[0]).not.toHaveBeenCalled();
    driveFigure(site, PAIR, { settings });
    expect(resets.map((reset) => reset.mock.calls.length)).toEqual([1, 0]);
    // What is set to something else begins a run by itself, and so does what begins anew.
    driveFigure(site, PAIR, { settings: { init: 'glorot' } });
    driveFigure(site, PAIR, { settings: { init: 'glorot' }, anew: true });
    expect(resets.map((reset) => reset.mock.calls.length)).toEqual([1, 0]);
  });

  it('set the one that they name', () => {
    const { site, both } = setUp();
    driveFigure(site, PAIR, { settings: { beta: 4 }, lab: 'pair.right' });
    expect(both.map(({ settings }) => settings.beta)).toEqual([0, 4]);
  });

  it('set a figure without a model, and refuse what it cannot have', () => {
    const { site } = setUp();
    driveFigure(site, OWN, { values: { mu: -2 } });
    expect(ownValuesOf(site)[OWN.id]!.store.getState()).toMatchObject({ mu: -2 });
    expect(site.own[OWN.id]!.getState()).toEqual({ mu: '-2' });
    expect(() => driveFigure(site, OWN, { values: { mu: 9 } })).toThrow('mu is 9; it must be a number from -3 to 3');
  });

  it('show draws from the prior', () => {
    const { site, both } = setUp();
    driveFigure(site, PAIR, { lab: 'pair', prior: 3 });
    expect(both.map((lab) => lab.prior.drawn)).toEqual([3, null]);
  });

  it('pin codes once there are any, and at once from then on; none of images that the frame leaves out', async () => {
    const { site, both, clients, draw } = setUp();
    const [lab] = both;
    const pinned = () => lab!.pins.all.map(({ x, y }) => [x, y]);
    driveFigure(site, PAIR, { lab: 'pair', pins: [4, 0] });
    expect(pinned()).toEqual([]);
    void lab!.open();
    await turn();
    const [client] = clients;
    await client!.answer('start', summaryOf());
    const mu = Float32Array.of(1, 2, 3, 4, 5, 6);
    const frame = frameOf({ mu, stride: 2 });
    await client!.answer('frame', { ...frame, plane: { ...frame.plane, mu } });
    draw();
    expect(pinned()).toEqual([
      [5, 6],
      [1, 2],
    ]);
    driveFigure(site, PAIR, { lab: 'pair', pins: [2, 1, 6] });
    expect(pinned()).toEqual([[3, 4]]);
  });

  it('plan a sweep and begin it', () => {
    const { site } = setUp();
    driveFigure(site, SWEEP, { plan: 'b:0,1,8:40' });
    expect(window.sweeps!.sweep!.sweep!.models.map(({ value }) => value)).toEqual([0, 1, 8]);
    window.sweeps!.sweep!.clear();
  });
});

describe('words that show something of a figure', () => {
  it('switch a layer on, and off again where it was', () => {
    const { site, both } = setUp();
    const [left, right] = both;
    left!.layers.set({ gaps: true });
    const end = showInFigure(site, PAIR, { what: 'gaps' });
    expect([left, right].map((lab) => lab!.layers.store.getState().gaps)).toEqual([true, true]);
    end();
    expect([left, right].map((lab) => lab!.layers.store.getState().gaps)).toEqual([true, false]);
  });

  it('switch a layer on in labs that switch together, and everything back', () => {
    const { site, both } = setUp();
    const end = bindTogether(both, []);
    const before = both[0]!.layers.shown;
    const hide = showInFigure(site, PAIR, { what: 'gaps' });
    for (const { layers } of both) expect(layers.shown).toEqual([...before, 'gaps']);
    hide();
    for (const { layers } of both) expect(layers.shown).toEqual(before);
    end();
  });

  it('leave layers as they were, in whatever order several words end, but for what the reader has switched', () => {
    const { site, both } = setUp();
    const { layers } = both[0]!;
    layers.show(['stretch', 'points', 'geodesic']);
    const [map, path] = (['stretch', 'geodesic'] as const).map((what) => showInFigure(site, PAIR, { what }));
    expect(layers.shown).toEqual(['stretch', 'geodesic']);
    map!();
    expect(layers.shown).toEqual(['geodesic']);
    layers.set({ contours: true });
    path!();
    expect(layers.shown).toEqual(['stretch', 'points', 'contours', 'geodesic']);
  });

  it('shows a layer that is on already alone while that lasts', () => {
    const { site, both } = setUp();
    const { layers } = both[0]!;
    const before = layers.shown;
    const end = showInFigure(site, PAIR, { what: 'points' });
    expect(layers.shown).toEqual(['points']);
    end();
    expect(layers.shown).toEqual(before);
  });
});
