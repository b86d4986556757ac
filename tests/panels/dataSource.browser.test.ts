import { createElement } from 'react';
import { afterEach, expect, it } from 'vitest';
import { DataSource } from '../../src/panels/DataSource';
import type { Lab } from '../../src/state/lab';
import { type Mounted, mountFigure } from './figure';

const until = <T>(see: () => T) => expect.poll(see);

let figure: Mounted;
afterEach(() => figure.unmount());

const choices = (): string[] =>
  [...figure.root.querySelectorAll('option')].map((option) => (option as HTMLOptionElement).value);

/** The reader chooses other data. */
function choose(data: 'file' | 'strokes'): void {
  figure.lab.store.setState(({ settings }) => ({ settings: { ...settings, data } }));
}

it('offers the reader’s own images once there are some, also when others are trained on', async () => {
  figure = await mountFigure(createElement(DataSource), 300);
  await until(choices).toContain('strokes');
  const sets = choices();
  expect(sets).not.toContain('file');
  figure.lab.store.setState({ ownImages: { kind: 'files', files: [] } });
  choose('file');
  await until(choices).toEqual([...sets, 'file']);
  choose('strokes');
  await until(() => figure.root.querySelector('select')!.value).toBe('strokes');
  expect(choices()).toEqual([...sets, 'file']);
});

it('has each set under what is known of it, and no group without a choice', async () => {
  figure = await mountFigure(createElement(DataSource), 300);
  await until(choices).toContain('strokes');
  const groups = () =>
    [...figure.root.querySelectorAll('optgroup')].map(({ label, children }) => [label, children.length]);
  expect(groups()).toEqual([
    ['Real images', 3],
    ['Drawn by this page', 2],
    ['With a known answer', 4],
  ]);
  figure.lab.store.setState({ ownImages: { kind: 'files', files: [] } });
  await until(() => groups().at(-1)).toEqual(['Your own', 1]);
});

it('offers the choices about the reader’s own images again where those are files, which they may become', async () => {
  figure = await mountFigure(createElement(DataSource), 300);
  const again = (): Element | null => figure.root.querySelector('.own-images');
  const open = (ownImages: Lab['ownImages']): void => figure.lab.store.setState({ ownImages });
  open({ kind: 'files', files: [] });
  choose('file');
  await until(again).not.toBeNull();
  open({ kind: 'urls', urls: ['https://example.org/own.idx'] });
  await until(again).toBeNull();
  open({ kind: 'files', files: [] });
  await until(again).not.toBeNull();
});
