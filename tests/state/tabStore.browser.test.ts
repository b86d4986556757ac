/** What a tab keeps in the browser, also where the page came without https. */
import { afterEach, expect, it, vi } from 'vitest';
import { readTab, writeTab } from '../../src/state/tabStore';

afterEach(() => {
  vi.unstubAllGlobals();
  sessionStorage.clear();
});

it('is there again, and the last of it alone, without what browsers have for https only', async () => {
  const { getRandomValues } = crypto;
  vi.stubGlobal('crypto', { getRandomValues: getRandomValues.bind(crypto) });
  expect(await readTab()).toBeNull();
  await writeTab({ step: 1 });
  await writeTab({ step: 2, values: Float32Array.of(0.5) });
  expect(await readTab()).toEqual({ step: 2, values: Float32Array.of(0.5) });
});

it('is of that tab: another one has nothing of it', async () => {
  await writeTab('first');
  sessionStorage.clear();
  expect(await readTab()).toBeNull();
});
