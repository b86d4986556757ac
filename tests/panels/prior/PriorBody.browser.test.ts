import { createElement } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import PriorBody from '../../../src/panels/prior/PriorBody';
import { PATIENTLY } from '../../support/patiently';
import { type Moment, type Mounted, mountFigure } from '../figure';

let mounted: Mounted;
beforeEach(async () => {
  mounted = await mountFigure(createElement(PriorBody), 600);
});
afterEach(() => mounted.unmount());

/** What is said of reach in a frame with these changes, once it says `expected`. */
async function said(changes: Partial<Moment>, expected: string): Promise<string> {
  mounted.lab.next(changes);
  const words = (): string => mounted.root.querySelector('p.fine')?.textContent ?? '';
  await vi.waitUntil(() => words().includes(expected), PATIENTLY);
  return words();
}

it('says at which size posteriors reach: boxes have nothing outside their sides', async () => {
  expect(await said({ family: 'diagonal' }, 'ellipses')).toContain('even at twice their size');
  expect(await said({ family: 'box' }, 'rectangles')).not.toContain('twice');
});

it('says nothing of the posteriors of images that are not shown', async () => {
  expect(await said({}, 'Hollow')).toContain('the decoder has hardly been trained');
  const words = await said({ stride: 3 }, 'the 4 ellipses that are shown');
  expect(words).toContain('images that are not shown may reach');
  expect(words).not.toContain('hardly been trained');
});
