import { describe, expect, it, vi } from 'vitest';
import { importer, isFailureHeld, keptOnceThere, listed } from '../../src/platform/importer';

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
    const address = new URL('./part.mjs', import.meta.url).href;
    const get = importer<{ part: string }>(async () => {
      // As in `import('./part.mjs')`.
      throw new TypeError(`error loading dynamically imported module: ${address}`);
    });
    await expect(get()).rejects.toThrow('error loading');
    expect((await get()).part).toBe('the part');
    expect(isFailureHeld()).toBe(false);
  });

  it('never gives what the part imports in its place, and tells that only to load the page again can help', async () => {
    const imported = new URL('./part.mjs', import.meta.url).href;
    const refuse = (): never => {
      throw new TypeError(`error loading dynamically imported module: ${imported}`);
    };
    const get = importer(async () => refuse());
    await expect(get()).rejects.toThrow('part.mjs');
    expect(isFailureHeld()).toBe(true);
    await expect(get()).rejects.toThrow('part.mjs');
  });

  it('is asked for once more by itself after a failure that names no file, so that others go on', async () => {
    vi.useFakeTimers();
    try {
      let loads = 0;
      const get = importer(async () => {
        loads++;
        throw new TypeError('Importing a module script failed.');
      });
      await expect(get()).rejects.toThrow('failed');
      expect(loads).toBe(1);
      await vi.advanceTimersByTimeAsync(10_000);
      expect(loads).toBe(2);
    } finally {
      vi.useRealTimers();
    }
  });

  it('passes on what no other address can mend', async () => {
    const get = importer(async () => {
      throw new Error('broken');
    });
    await expect(get()).rejects.toThrow('broken');
    await expect(get()).rejects.toThrow('broken');
  });
});

it('what is kept once it is there is fetched once, and anew after a failure', async () => {
  let calls = 0;
  const get = keptOnceThere(async () => {
    if (++calls === 1) throw new Error('https://site/kernel.wasm did not come');
    return calls;
  });
  await expect(get()).rejects.toThrow('did not come');
  expect(await Promise.all([get(), get()])).toEqual([2, 2]);
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
