/** What is held is so for as long as the page lives: in a file whose modules are its own. */
import { expect, it, vi } from 'vitest';
import { importer, isFailureHeld } from '../../src/platform/importer';

it('tells that only to load the page again can help where a part can be had, and does not load under another address either', async () => {
  const answer = vi.spyOn(globalThis, 'fetch');
  try {
    // As Chromium 147 names it: what did not come is one that this imports.
    const get = importer(async () => {
      throw new TypeError('Failed to fetch dynamically imported module: https://site.invalid/part.js');
    });
    await expect(get()).rejects.toThrow('part.js');
    answer.mockRejectedValueOnce(new TypeError('offline'));
    await expect(get()).rejects.toThrow();
    expect(isFailureHeld()).toBe(false);
    answer.mockResolvedValueOnce(new Response('export default 1'));
    await expect(get()).rejects.toThrow();
    expect(isFailureHeld()).toBe(true);
  } finally {
    answer.mockRestore();
  }
});
