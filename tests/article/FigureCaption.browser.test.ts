import { createElement } from 'react';
import { afterEach, expect, it } from 'vitest';
import FigureCaption from '../../src/article/FigureCaption';
import { FigureView } from '../../src/figures/FigureView';
import { type OpenFigures, openFigures } from '../../src/figures/openFigures';
import { ownValuesOf } from '../../src/figures/ownValues';
import { FIGURES, type FigureId } from '../../src/figures/table';
import { mountOnPage, type OnPage } from '../figures/page';
import { BASE_URL } from '../support/digits';

let opened: OpenFigures;
let mounted: OnPage;

async function mount(id: FigureId, address = ''): Promise<HTMLElement> {
  history.replaceState(null, '', `#v=1&play=0&e=simd${address}`);
  opened = openFigures([FIGURES[id]], BASE_URL);
  mounted = await mountOnPage(
    [
      createElement(FigureView, { key: 'figure', spec: FIGURES[id] }),
      createElement(FigureCaption, { key: 'caption', id }),
    ],
    opened,
  );
  return mounted.root;
}

afterEach(() => {
  mounted.unmount();
  opened.dispose();
});

const captions = (root: HTMLElement): string[] =>
  [...root.children].filter((child) => child.id === '').map((child) => child.textContent);

const button = (root: HTMLElement, text: string): HTMLElement =>
  [...root.querySelectorAll<HTMLElement>('.caption [role=button]')].find((each) => each.textContent === text)!;

it('has the caption of a figure and nothing else of its section, and its words set and show the figure', async () => {
  const root = await mount('kl');
  await expect.poll(() => captions(root).join()).toMatch(/^\s*Try: drag/);
  expect(root.querySelectorAll('.caption p')).toHaveLength(1);
  expect(captions(root).join()).not.toContain('It has a direction');
  button(root, 'draw 1,000 codes').click();
  expect(ownValuesOf(opened).kl!.store.getState()).toMatchObject({ draws: 1000 });
  ownValuesOf(opened).kl!.store.setState({ draws: 10 });
  const pressed = (key: string): boolean =>
    button(root, 'draw 1,000 codes').dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
    );
  expect(pressed('a'), 'other keys are the browser’s').toBe(true);
  expect(ownValuesOf(opened).kl!.store.getState()).toMatchObject({ draws: 10 });
  for (const key of ['Enter', ' ']) {
    ownValuesOf(opened).kl!.store.setState({ draws: 10 });
    expect(pressed(key), 'and does not scroll the page').toBe(false);
    expect(ownValuesOf(opened).kl!.store.getState()).toMatchObject({ draws: 1000 });
  }
  await expect.poll(() => root.querySelector('.kl-drawn')?.textContent).toBe('Draws of q: 1,000');
  button(root, 'the mean over the draws').focus();
  expect(root.querySelector('[data-part=means]')!.hasAttribute('data-lit')).toBe(true);
});

it('a figure that has no model opens with what its address says, told of what it does not mean', async () => {
  const root = await mount('kl', '&kl.mu=2&kl.sigma=9&kl.draws=100');
  await expect.poll(() => root.querySelector('.kl-drawn')?.textContent).toBe('Draws of q: 100');
  expect(ownValuesOf(opened).kl!.store.getState()).toMatchObject({ mu: 2, sigma: 0.5, draws: 100 });
  expect(opened.page.notices.store.getState()).toMatchObject([{ kind: 'address', fault: { text: 'kl.sigma=9' } }]);
});

it('a painted cloud is there again where its address is opened', async () => {
  const root = await mount('shapes', '&shapes.cloud=4&shapes.painted=2.AAAA~ffff');
  const label = (): string | null | undefined => root.querySelector('[data-part=cloud]')?.getAttribute('aria-label');
  await expect.poll(label).toMatch(/^your own: 606 points/);
});
