import { createElement } from 'react';
import { afterEach, expect, it } from 'vitest';
import { FigureView } from '../../../src/figures/FigureView';
import { type OpenFigures, openFigures } from '../../../src/figures/openFigures';
import { COMMON } from '../../../src/state/comparedKeys';
import type { FigureSpec } from '../../../src/state/figureSpec';
import { BASE_URL } from '../../support/digits';
import { mountOnPage, type OnPage } from '../page';

let opened: OpenFigures | null = null;
let mounted: OnPage | null = null;
afterEach(() => {
  mounted?.unmount();
  opened?.dispose();
});

const panels = ['transport', 'controls', 'plane'] as const;

const PAIR: FigureSpec = {
  id: 'pair',
  labs: [
    { id: 'pair', settings: {}, panels },
    { id: 'pair.right', settings: { beta: 1, noiseScale: 1 }, panels },
  ],
  linked: COMMON,
  compared: true,
  small: { controls: ['beta', 'data'], number: 'coverage' },
};

async function show(spec: FigureSpec): Promise<HTMLElement> {
  history.replaceState(null, '', '#v=1&play=0&e=simd');
  opened = openFigures([spec], BASE_URL);
  mounted = await mountOnPage(createElement(FigureView, { spec }), opened);
  return mounted.root;
}

it('two models side by side have one play button, what is each one’s beside it, and the number of each large', async () => {
  const root = await show(PAIR);
  await expect.poll(() => root.querySelectorAll('.plane').length).toBe(2);
  expect(root.querySelectorAll('.transport')).toHaveLength(1);
  expect(root.querySelectorAll('input[type=range]'), 'β of each').toHaveLength(2);
  expect([...root.querySelectorAll('.slider-name')].map(({ textContent }) => textContent)).toEqual(['β', 'β']);
  expect(root.querySelectorAll('select'), 'the images of both').toHaveLength(1);
  await expect.poll(() => root.querySelectorAll('.large-number[data-step]').length).toBe(2);
  const [left, right] = [...root.querySelectorAll('.large-number output')].map(({ textContent }) => textContent!);
  expect(left).toBe('0 %');
  expect(right).toMatch(/^[1-9]\d* %$|^\d\.\d %$/);
});
