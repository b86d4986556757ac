import { describe, expect, it } from 'vitest';
import { importer, listed } from '../../src/platform/importer';

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

describe('a list of parts that is fetched with the first of them', () => {
  it('is fetched once, and gives each part by its name', async () => {
    let lists = 0;
    const get = listed(async () => {
      lists++;
      return { default: { one: async () => 1, two: async () => 'two' } };
    });
    expect(lists).toBe(0);
    expect(await Promise.all([get('one'), get('two')])).toEqual([1, 'two']);
    expect(lists).toBe(1);
  });

  it('is asked for anew after a failure, as are its parts', async () => {
    let online = false;
    let parts = false;
    const offline = (of: string): never => {
      throw new Error(`no ${of}`);
    };
    const get = listed(async () =>
      online ? { default: { one: importer(async () => (parts ? 1 : offline('part'))) } } : offline('list'),
    );
    await expect(get('one')).rejects.toThrow('no list');
    online = true;
    await expect(get('one')).rejects.toThrow('no part');
    parts = true;
    expect(await get('one')).toBe(1);
  });
});
