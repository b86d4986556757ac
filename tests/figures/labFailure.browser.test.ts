/** What stands in the place of a figure that has failed before there was anything to show. */
import { createElement } from 'react';
import { afterEach, expect, it } from 'vitest';
import { LabFailure } from '../../src/figures/LabFailure';
import { type Mounted, mountFigure } from '../panels/figure';

let figure: Mounted | null = null;
afterEach(() => {
  figure?.unmount();
  delete document.documentElement.dataset.root;
});

it.each([
  ['.', 'poster.webp'],
  ['..', '../poster.webp'],
])('a picture from the root of the site, which is %s from the document', async (root, picture) => {
  document.documentElement.dataset.root = root;
  figure = await mountFigure(createElement(LabFailure), 400);
  figure.lab.store.setState({ failure: { kind: 'defect', message: 'it broke' } });
  await expect.poll(() => figure!.root.querySelector('img')?.src).toBe(new URL(picture, document.baseURI).href);
});
