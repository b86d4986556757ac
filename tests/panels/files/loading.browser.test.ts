import { createElement } from 'react';
import { afterEach, expect, it } from 'vitest';
import { Loading } from '../../../src/panels/files/Loading';
import type { LabState } from '../../../src/state/labState';
import { type Mounted, mountFigure } from '../figure';

const until = <T>(see: () => T) => expect.poll(see);

const MEGABYTE = 1_000_000;

let figure: Mounted;
afterEach(() => figure.unmount());

const bar = (): HTMLProgressElement | null => figure.root.querySelector('progress');

async function read(loading: LabState['loading']): Promise<void> {
  figure.lab.store.setState({ loading });
  await new Promise(requestAnimationFrame);
}

it.each([
  { fetched: true, least: MEGABYTE },
  { fetched: false, least: 10 * MEGABYTE },
])(
  'shows how far a reading of $least bytes is (fetched: $fetched), and nothing of less',
  async ({ fetched, least }) => {
    figure = await mountFigure(createElement(Loading), 300);
    await read({ done: 1, total: least - 1, fetched });
    expect(figure.root.querySelector('.figure')!.childElementCount).toBe(0);
    await read({ done: least / 4, total: least, fetched });
    await until(() => bar()?.value).toBe(least / 4);
    expect(bar()!.max).toBe(least);
    await read(null);
    await until(bar).toBeNull();
  },
);

it('shows how much has come where nobody says of how much', async () => {
  figure = await mountFigure(createElement(Loading), 300);
  await read({ done: MEGABYTE, total: 0, fetched: true });
  await until(() => bar()?.getAttribute('aria-valuetext')).toMatch(/^1 MB/);
  expect(bar()!.hasAttribute('value')).toBe(false);
});
