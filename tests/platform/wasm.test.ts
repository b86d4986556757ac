import { afterEach, describe, expect, it, vi } from 'vitest';
import { compileModule, fetchModule, hasSimd } from '../../src/platform/wasm';
import { readKernel } from '../support/kernel';

const URL_OF_IT = new URL('https://example.org/assets/kernel.wasm');
const EMPTY = new Uint8Array([0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00]);

afterEach(() => {
  vi.unstubAllGlobals();
});

/** A server's answer to whatever is fetched. */
const answering = (answer: () => Promise<Response>): void => void vi.stubGlobal('fetch', answer);

describe('a module', () => {
  it('is fetched and compiled', async () => {
    const bytes = await readKernel();
    answering(async () => new Response(bytes));
    expect(await fetchModule(URL_OF_IT)).toBeInstanceOf(WebAssembly.Module);
    expect(hasSimd()).toBe(true);
  });

  it.each<[string, () => Promise<Response>, string]>([
    ['the network fails', async () => Promise.reject(new TypeError('Failed to fetch')), 'Failed to fetch'],
    ['the server has none', async () => new Response('not here', { status: 404 }), '404'],
    ['a page comes in its place', async () => new Response('<!doctype html>'), 'damaged'],
    ['half of it comes', async () => new Response((await readKernel()).slice(0, 4000)), 'damaged'],
    ['nothing comes', async () => new Response(''), 'damaged'],
  ])('is missing where %s', async (_, answer, message) => {
    answering(answer);
    const failed = fetchModule(URL_OF_IT);
    await expect(failed).rejects.toMatchObject({ name: 'WasmError', cause: 'missing' });
    await expect(failed).rejects.toThrow(message);
  });

  it('can be had when it is asked for again', async () => {
    answering(async () => Promise.reject(new TypeError('Failed to fetch')));
    await expect(fetchModule(URL_OF_IT)).rejects.toMatchObject({ cause: 'missing' });
    answering(async () => new Response(EMPTY));
    expect(await fetchModule(URL_OF_IT)).toBeInstanceOf(WebAssembly.Module);
  });

  it.each([
    [
      'Chromium',
      "WebAssembly.compile(): Compiling or instantiating WebAssembly module violates the following Content Security policy directive because neither 'wasm-eval' nor 'unsafe-eval' …",
    ],
    ['Firefox', 'call to WebAssembly.compile() blocked by CSP'],
    ['anything else', 'no'],
  ])('is refused where nothing may be compiled, whatever the words (%s)', async (_, words) => {
    const compile = async (): Promise<never> => {
      throw new WebAssembly.CompileError(words);
    };
    vi.stubGlobal('WebAssembly', { ...WebAssembly, validate: WebAssembly.validate, compile });
    await expect(compileModule(EMPTY)).rejects.toMatchObject({ name: 'WasmError', cause: 'refused' });
  });

  it('is unsupported where there is no SIMD, or no WebAssembly', async () => {
    const { compile } = WebAssembly;
    const bytes = await readKernel();
    vi.stubGlobal('WebAssembly', {
      validate: () => false,
      async compile(source: BufferSource) {
        if (source.byteLength > EMPTY.byteLength) throw new WebAssembly.CompileError('invalid opcode 0xfd');
        return compile(source);
      },
      CompileError: WebAssembly.CompileError,
    });
    await expect(compileModule(bytes)).rejects.toMatchObject({ cause: 'unsupported' });
    vi.stubGlobal('WebAssembly', undefined);
    await expect(compileModule(bytes)).rejects.toMatchObject({ cause: 'unsupported' });
  });
});
