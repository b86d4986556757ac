import { afterEach, describe, expect, it, vi } from 'vitest';
import { fetchModule } from '../../src/platform/wasm';

/** The smallest module: magic and version. */
const EMPTY = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);
const URL_ = new URL('https://example.org/kernel.wasm');

const answer = (body: BodyInit, status = 200): void => {
  vi.stubGlobal('fetch', async () => new Response(body, { status }));
};
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('a kernel from the site', () => {
  it('is compiled', async () => {
    answer(EMPTY);
    expect(await fetchModule(URL_)).toBeInstanceOf(WebAssembly.Module);
  });

  it('is missing where the server has none, answers with a page, or cannot be reached', async () => {
    answer('gone', 404);
    await expect(fetchModule(URL_)).rejects.toMatchObject({ cause: 'missing', message: /404/ });
    answer('<!doctype html><title>Home</title>');
    await expect(fetchModule(URL_)).rejects.toMatchObject({ cause: 'missing' });
    vi.stubGlobal('fetch', async () => {
      throw new TypeError('Failed to fetch');
    });
    await expect(fetchModule(URL_)).rejects.toMatchObject({ cause: 'missing', message: /Failed to fetch/ });
  });

  it('is refused where good bytes may not be compiled', async () => {
    answer(EMPTY);
    vi.spyOn(WebAssembly, 'compile').mockRejectedValue(new WebAssembly.CompileError('blocked by CSP'));
    await expect(fetchModule(URL_)).rejects.toMatchObject({ cause: 'refused' });
  });

  it('is missing where only a part of it came', async () => {
    answer(Uint8Array.of(...EMPTY, 0xff));
    await expect(fetchModule(URL_)).rejects.toMatchObject({ cause: 'missing' });
  });

  it('is unsupported where there is no WebAssembly', async () => {
    answer(EMPTY);
    vi.stubGlobal('WebAssembly', undefined);
    await expect(fetchModule(URL_)).rejects.toMatchObject({ cause: 'unsupported' });
  });
});
