import { createElement } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { WholeNumber } from '../../src/panels/WholeNumber';
import { type Mounted, mountFigure } from './figure';

let figure: Mounted;
beforeEach(async () => {
  figure = await mountFigure(createElement(WholeNumber, { of: 'seed' }), 300);
  await figure.lab.set({ seed: 7 });
  await expect.poll(() => field().value).toBe('7');
});
afterEach(() => figure.unmount());

const field = (): HTMLInputElement => figure.root.querySelector('input')!;

async function type(text: string, by: 'Enter' | 'Tab'): Promise<void> {
  await userEvent.fill(field(), text);
  await userEvent.keyboard(`{${by}}`);
}

it.each(['Enter', 'Tab'] as const)('an emptied field changes nothing, and shows what holds, after %s', async (by) => {
  const set = vi.spyOn(figure.lab, 'set');
  await type('', by);
  await expect.poll(() => field().value).toBe('7');
  expect(set).not.toHaveBeenCalled();
  expect(figure.lab.settings.seed).toBe(7);
});

it.each([
  ['12', 12, '12'],
  ['3.4', 3, '3'],
  ['-5', 0, '0'],
])('%s becomes %i', async (text, seed, shown) => {
  await type(text, 'Tab');
  await expect.poll(() => field().value).toBe(shown);
  expect(figure.lab.settings.seed).toBe(seed);
});

it.each([
  ['-1', '0'],
  ['0.2', '0'],
])('%s shows the nearest number that can be, also where that holds already', async (text, shown) => {
  await figure.lab.set({ seed: 0 });
  await expect.poll(() => field().value).toBe('0');
  const set = vi.spyOn(figure.lab, 'set');
  await type(text, 'Enter');
  await expect.poll(() => field().value).toBe(shown);
  expect(set).not.toHaveBeenCalled();
});
