import { describe, expect, it } from 'vitest';
import { importer } from '../../src/platform/importer';

describe('an import that can be tried again', () => {
  it('loads once, however often it is asked for', async () => {
    let loads = 0;
    const get = importer(async () => ++loads);
    expect(await Promise.all([get(), get()])).toEqual([1, 1]);
    expect(await get()).toBe(1);
  });

  it('asks anew after a failure', async () => {
    let loads = 0;
    const get = importer(async () => {
      if (++loads === 1) throw new Error('offline');
      return loads;
    });
    await expect(get()).rejects.toThrow('offline');
    expect(await get()).toBe(2);
  });

  it('asks under another address where the browser holds on to the failure', async () => {
    const module = new URL('./part.mjs', import.meta.url).href;
    const get = importer<{ part: string }>(async () => {
      throw new TypeError(`Failed to fetch dynamically imported module: ${module}`);
    });
    await expect(get()).rejects.toThrow('Failed to fetch');
    expect((await get()).part).toBe('the part');
  });

  it('passes on what no other address can mend', async () => {
    const get = importer(async () => {
      throw new Error('broken');
    });
    await expect(get()).rejects.toThrow('broken');
    await expect(get()).rejects.toThrow('broken');
  });
});
