import { describe, expect, it } from 'vitest';
import { FIGURES } from '../../../src/figures/table';
import { controlsOf, embedOf, firstChoice, missingOf, panelsOf } from '../../../src/panels/share/embedChoices';
import { readAddress } from '../../../src/state/address';
import { HIDEABLE, PAIR_PARTS } from '../../../src/state/embedLink';
import { type FigureSpec, PANELS } from '../../../src/state/figureSpec';
import { defaultPageSettings } from '../../../src/state/pageSettings';
import { summaryOf } from '../../support/fakeClient';
import { makeLabs } from '../../support/makeLabs';

const LAB: FigureSpec = {
  id: 'lab',
  labs: [{ id: 'lab', settings: {}, panels: ['transport', 'controls', 'plane', 'grid', 'loss'] }],
  linked: [],
};
const PAIR: FigureSpec = {
  id: 'pair',
  labs: [
    { id: 'pair', settings: { beta: 0 }, panels: ['transport', 'plane'] },
    { id: 'pair.vae', settings: { beta: 1 }, panels: ['plane', 'numbers'] },
  ],
  linked: [],
};
const MORE = { height: 640, title: 'Title', alt: 'Alt' };

function page() {
  const { labs } = makeLabs();
  for (const { labs: parts } of [LAB, PAIR]) for (const part of parts) labs.add(part);
  return { labs, url: 'https://vae.example/', own: {} };
}

describe('what is chosen of an embed', () => {
  it('is at first what fits a column, of what the figure has', () => {
    expect(firstChoice(LAB)).toMatchObject({
      panels: ['transport', 'controls', 'plane', 'grid'],
      hide: [],
      width: null,
      page: defaultPageSettings(),
    });
    expect(panelsOf(PAIR)).toEqual(['transport', 'plane', 'numbers']);
    const curves: FigureSpec = { ...LAB, labs: [{ ...LAB.labs[0]!, panels: ['loss'] }] };
    expect(firstChoice(curves).panels).toEqual(['loss']);
  });

  it('leaves the controls that go with one that is hidden out of question', () => {
    expect(controlsOf(LAB, ['grid'], [])).toEqual([]);
    expect(controlsOf(LAB, ['plane'], [])).toEqual(['layers', 'colour']);
    expect(controlsOf(LAB, ['plane'], ['layers'])).toEqual(['layers']);
    expect(controlsOf(LAB, ['transport'], [])).toContain('counters');
    const all = controlsOf(LAB, ['controls'], []);
    expect(all).toEqual(expect.arrayContaining(['turn', 'pad', 'beta']));
    expect(controlsOf(LAB, ['controls'], ['beta'])).not.toContain('turn');
    expect(controlsOf(LAB, ['controls'], ['beta'])).toContain('beta');
    expect(controlsOf(LAB, ['controls'], [])).not.toContain('seed');
    expect(controlsOf(LAB, ['more'], [])).toContain('seed');
    expect(all).toEqual(expect.arrayContaining(['data', 'variant', 'count']));
    expect(controlsOf(LAB, ['controls'], ['data'])).not.toContain('variant');
    for (const elsewhere of ['variant', 'count', 'colour']) {
      expect(controlsOf(LAB, ['more'], [])).not.toContain(elsewhere);
    }
  });

  it('offers everything that can be hidden, each with one panel', () => {
    const pair: readonly string[] = PAIR_PARTS;
    expect(controlsOf(LAB, PANELS, []).toSorted()).toEqual(
      HIDEABLE.filter((each) => !pair.includes(each) && each !== 'caption').toSorted(),
    );
    // Nothing glides where labs are compared, and no square stands beside their sliders.
    expect(controlsOf(FIGURES.compare, PANELS, []).toSorted()).toEqual(
      HIDEABLE.filter((each) => !['turn', 'pad', 'caption'].includes(each)).toSorted(),
    );
  });

  it('has of labs that are compared the controls that stand beside each, and none twice', () => {
    const shown = controlsOf(FIGURES.compare, ['transport', 'controls', 'plane', 'more'], []);
    expect(shown).toEqual(
      expect.arrayContaining(['pair', 'swap', 'copy', 'posterior', 'likelihood', 'step', 'layers']),
    );
    for (const other of ['turn', 'pad']) expect(shown).not.toContain(other);
    expect(new Set(shown).size).toBe(shown.length);
    expect(controlsOf(FIGURES.compare, ['controls'], [])).toContain('sigmaX');
    expect(controlsOf(FIGURES.compare, ['more'], [])).not.toContain('posterior');
    expect(controlsOf(LAB, ['controls', 'more'], [])).not.toContain('pair');
  });

  it('has of a sweep no panels, and of their controls what leads out of the page', () => {
    const { panels } = firstChoice(FIGURES.sweep);
    expect([panels, controlsOf(FIGURES.sweep, panels, [])]).toEqual([[], ['share']]);
  });

  it('says what stays with the reader: images, a model, weights; of a sweep the images of the first lab', () => {
    const { labs } = page();
    const [lab, right] = [labs.byId('lab')!, labs.byId('pair.vae')!];
    const missing = (spec: FigureSpec) => missingOf(spec, labs);
    expect([missing(LAB), missing(PAIR), missing(FIGURES.sweep)]).toEqual([[], [], []]);
    lab.store.setState(({ settings }) => ({ settings: { ...settings, data: 'file' }, brought: true }));
    expect(missing(LAB)).toEqual(['file', 'weights']);
    expect(missing(FIGURES.sweep), 'its models train from the beginning').toEqual(['file']);
    expect(missing(PAIR)).toEqual([]);
    right.store.setState({ brought: true, run: summaryOf({ engine: 'layers' }) });
    expect(missing(PAIR)).toEqual(['layers']);
  });

  it('comes to an embed with the state of now, and hides nothing that is not there', () => {
    const { labs, url } = page();
    void labs.byId('lab')!.set({ beta: 2 });
    labs.entry('lab')!.plane.take({ x: 1, y: 2, half: 3 });
    labs.entry('lab')!.lab.pins.add(0.5, 0.5);
    const chosen = { ...firstChoice(LAB), panels: ['transport', 'plane'] as const, hide: ['beta', 'step'] as const };
    expect(embedOf(chosen, { url, labs, sweeps: {}, own: {} }, MORE)).toEqual({
      ...MORE,
      site: 'https://vae.example/',
      choices: { figure: 'lab', panels: ['transport', 'plane'], hide: ['step'] },
      state: 'v=1&b=2&w=1,2,3&p=0.5,0.5',
      link: 'https://vae.example/#lab&v=1&lab.b=2&lab.w=1,2,3&lab.p=0.5,0.5',
      width: null,
    });
  });

  it('is read the same by the frame, which has the figure alone, and by the full page, which has all', () => {
    const { labs, url } = page();
    void labs.byId('pair')!.set({ beta: 3 });
    void labs.byId('pair.vae')!.set({ noiseScale: 1 });
    labs.entry('pair.vae')!.plane.take({ x: 0, y: 0, half: 2 });
    const { state, link } = embedOf(
      { ...firstChoice(PAIR), page: { ...defaultPageSettings(), theme: 'dark' } },
      { url, labs, sweeps: {}, own: {} },
      MORE,
    );
    const wanted = {
      pair: { settings: { beta: 3 } },
      'pair.vae': { settings: { noiseScale: 1 }, window: { x: 0, y: 0, half: 2 } },
    };
    const inFrame = readAddress(`#${state}`, ['pair', 'pair.vae']);
    expect(inFrame).toEqual({ place: null, page: { theme: 'dark' }, labs: wanted, faults: [] });
    const onPage = readAddress(new URL(link).hash, ['lab', 'pair', 'pair.vae']);
    expect(onPage).toEqual({ place: 'pair', page: { theme: 'dark' }, labs: wanted, faults: [] });
  });
});
