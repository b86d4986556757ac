import { createElement } from 'react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { FigureView } from '../../../../src/figures/FigureView';
import { type OpenFigures, openFigures } from '../../../../src/figures/openFigures';
import { CLOUDS } from '../../../../src/figures/own/shapes/clouds';
import { ownValuesOf } from '../../../../src/figures/ownValues';
import { FIGURES } from '../../../../src/figures/table';
import { BASE_URL } from '../../../support/digits';
import { mountOnPage, type OnPage } from '../../page';

let opened: OpenFigures;
let mounted: OnPage;
beforeEach(async () => {
  history.replaceState(null, '', '#v=1&play=0&e=simd');
  opened = openFigures([FIGURES.shapes], BASE_URL);
  mounted = await mountOnPage(createElement(FigureView, { spec: FIGURES.shapes }), opened);
});
afterEach(() => {
  mounted.unmount();
  opened.dispose();
});

const cloud = (): HTMLElement | null => mounted.root.querySelector('[data-part=cloud]');

const show = (name: (typeof CLOUDS)[number]): void => ownValuesOf(opened).shapes!.set({ cloud: CLOUDS.indexOf(name) });

/** Whether the page is kept from making something of a finger that moves on the cloud. */
const isHeld = (): boolean => !cloud()!.dispatchEvent(new Event('touchmove', { cancelable: true, bubbles: true }));

it('a cloud that is drawn is painted on by keys, and a stroke on it is no fling that would swallow the next tap', async () => {
  show('ring');
  await expect.poll(() => cloud()?.getAttribute('role')).toBe('application');
  expect(cloud()!.tabIndex).toBe(0);
  expect(document.getElementById(cloud()!.getAttribute('aria-describedby')!)!.textContent).toMatch(/^Arrow keys/);
  await expect.poll(isHeld).toBe(true);
});

it('the codes of the model are a picture: no stop for keys, and the page scrolls on it', async () => {
  show('codes');
  await expect.poll(() => cloud()?.getAttribute('role')).toBe('img');
  await expect.poll(() => cloud()!.getAttribute('aria-label')).toMatch(/: 1,797 points on the plane\.$/);
  expect(cloud()!.tabIndex).toBe(-1);
  await expect.poll(isHeld).toBe(false);
});
