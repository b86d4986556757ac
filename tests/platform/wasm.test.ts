import { afterEach, describe, expect, it, vi } from 'vitest';
import { compileModule, fetchModule, hasSimd, instantiate } from '../../src/platform/wasm';
import { readKernel } from '../support/kernel';

const URL_OF_IT = new URL('https://example.org/assets/kernel.wasm');
const EMPTY = new Uint8Array([0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00]);

const { Module, Instance, CompileError } = WebAssembly;
const BASE = { Module, Instance, CompileError };

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
    const refuse = (): never => {
      throw new WebAssembly.CompileError(words);
    };
    class Module {
      readonly refused = refuse();
    }
    const { validate } = WebAssembly;
    vi.stubGlobal('WebAssembly', { ...BASE, validate, compile: async () => refuse(), Module });
    await expect(compileModule(EMPTY)).rejects.toMatchObject({ name: 'WasmError', cause: 'refused' });
  });

  it('is unsupported where there is no SIMD, or no WebAssembly', async () => {
    const bytes = await readKernel();
    const compile = async (): Promise<never> => {
      throw new WebAssembly.CompileError('invalid opcode 0xfd');
    };
    vi.stubGlobal('WebAssembly', { ...BASE, validate: () => false, compile });
    await expect(compileModule(bytes)).rejects.toMatchObject({ cause: 'unsupported' });
    vi.stubGlobal('WebAssembly', undefined);
    await expect(compileModule(bytes)).rejects.toMatchObject({ cause: 'unsupported' });
  });
});

describe('an instance', () => {
  it('is refused where one may compile, but not run, as in WebKit', () => {
    const module = new WebAssembly.Module(EMPTY);
    expect(instantiate(module)).toBeInstanceOf(WebAssembly.Instance);
    class Refused {
      readonly refused = ((): never => {
        throw new EvalError('Refused to create a WebAssembly object');
      })();
    }
    vi.stubGlobal('WebAssembly', { ...BASE, Instance: Refused });
    expect(() => instantiate(module)).toThrow(expect.objectContaining({ name: 'WasmError', cause: 'refused' }));
  });

  it('that fails for another reason says so itself', () => {
    // (import "m" "f" (func)): there is none.
    const needs = [0x01, 0x04, 0x01, 0x60, 0x00, 0x00, 0x02, 0x07, 0x01, 0x01, 0x6d, 0x01, 0x66, 0x00, 0x00];
    const module = new WebAssembly.Module(new Uint8Array([...EMPTY, ...needs]));
    expect(() => instantiate(module)).toThrow(TypeError);
  });
});
