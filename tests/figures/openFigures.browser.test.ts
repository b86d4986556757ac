import { afterEach, expect, it } from 'vitest';
import { type OpenFigures, openFigures } from '../../src/figures/openFigures';

let opened: OpenFigures | null = null;
afterEach(() => {
  opened?.dispose();
  opened = null;
});

it('an address sets linked labs alike from the start', () => {
  history.replaceState(null, '', '#v=1&b=2&two.s=0.5&two.r=7');
  const labs = ['one', 'two'].map((id) => ({ id, settings: {}, panels: [] }));
  opened = openFigures([{ id: 'one', labs, linked: ['beta', 'noiseScale'] }], location.href);
  const settings = opened.labs.all.map(({ lab }) => lab.settings);
  for (const each of settings) expect(each).toMatchObject({ beta: 2, noiseScale: 0.5 });
  expect(settings.map(({ seed }) => seed)).toEqual([1, 7]);
});
