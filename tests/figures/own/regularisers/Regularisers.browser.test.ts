import { createElement } from 'react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { FigureView } from '../../../../src/figures/FigureView';
import { type OpenFigures, openFigures } from '../../../../src/figures/openFigures';
import { FIGURES } from '../../../../src/figures/table';
import '../../../../src/panels/plane/slowMotion.css';
import { BASE_URL } from '../../../support/digits';
import { mountOnPage, type OnPage } from '../../page';

let opened: OpenFigures;
let mounted: OnPage;
beforeEach(async () => {
  opened = openFigures([FIGURES.regularisers], BASE_URL);
  mounted = await mountOnPage(createElement(FigureView, { spec: FIGURES.regularisers }), opened);
  await expect.poll(() => mounted.root.querySelectorAll('figure').length).toBe(3);
});
afterEach(() => {
  mounted.unmount();
  opened.dispose();
});

/** The values along μ, below their chart. */
const values = (): string[] =>
  [...mounted.root.querySelectorAll('[data-part=centre] svg > text')].map(({ textContent }) => textContent!);

it('negative values of an axis are written with a true minus', () => {
  expect(values()).toEqual(['−3', '−2', '−1', '0', '1', '2', '3']);
});

it('lines are as thick as they are meant to be, also beside a plane that shows pulls', () => {
  const lines = [...mounted.root.querySelectorAll('[data-part=centre] line')];
  expect(lines.length).toBeGreaterThan(2);
  expect(new Set(lines.map((line) => getComputedStyle(line).strokeWidth))).toEqual(new Set(['1px']));
});
