/** Fetches and compiles WebAssembly, and tells the true reason where that cannot be done. */

/**
 * `missing`: the bytes could not be fetched, or are not a whole module. `refused`: the site's content security policy
 * (or the browser's setting) forbids WebAssembly. `unsupported`: the browser has no WebAssembly, or none of 128-bit
 * SIMD.
 */
export type WasmCause = 'missing' | 'refused' | 'unsupported';

export class WasmError extends Error {
  override readonly name = 'WasmError';
  constructor(
    override readonly cause: WasmCause,
    message: string,
  ) {
    super(message);
  }
}

const HEADER = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];

/** A module of nothing: it compiles wherever anything may be compiled. */
const NOTHING = new Uint8Array(HEADER);

/** A module of one function, () → (), whose code is given as the bytes of its section: size, count, bodies. */
const moduleOf = (...code: number[]): Uint8Array<ArrayBuffer> =>
  // Type 0 is () → (); function 0 has type 0; then the code section.
  new Uint8Array([...HEADER, 0x01, 0x04, 0x01, 0x60, 0x00, 0x00, 0x03, 0x02, 0x01, 0x00, 0x0a, ...code]);

/** unreachable, i32x4.add, drop. */
const SIMD = moduleOf(0x09, 0x01, 0x07, 0x00, 0x00, 0xfd, 0xae, 0x01, 0x1a, 0x0b);

/** unreachable, f32x4.relaxed_madd, drop. */
const RELAXED = moduleOf(0x09, 0x01, 0x07, 0x00, 0x00, 0xfd, 0x85, 0x02, 0x1a, 0x0b);

const validates = (bytes: Uint8Array<ArrayBuffer>): boolean => {
  try {
    return WebAssembly.validate(bytes);
  } catch {
    return false;
  }
};

/** Whether this machine's WebAssembly has 128-bit SIMD. */
export const hasSimd = (): boolean => validates(SIMD);

/** Whether it has relaxed SIMD, too (Chromium and Firefox; WebKitGTK 2.50 has not). */
export const hasRelaxedSimd = (): boolean => validates(RELAXED);

/** Whether WebAssembly may run here at all. Browsers word a refusal differently, so a module of nothing is tried. */
function isForbidden(): boolean {
  try {
    new WebAssembly.Instance(new WebAssembly.Module(NOTHING));
    return false;
  } catch {
    return true;
  }
}

/** Why bytes do not compile. */
function whyNot(error: unknown): WasmError {
  const message = error instanceof Error ? error.message : String(error);
  if (typeof WebAssembly === 'undefined') return new WasmError('unsupported', 'This browser has no WebAssembly');
  if (isForbidden()) return new WasmError('refused', `WebAssembly is forbidden here: ${message}`);
  return hasSimd()
    ? new WasmError('missing', `The WebAssembly module is damaged: ${message}`)
    : new WasmError('unsupported', `This browser's WebAssembly has no SIMD: ${message}`);
}

/** @throws WasmError */
export async function compileModule(bytes: BufferSource): Promise<WebAssembly.Module> {
  try {
    return await WebAssembly.compile(bytes);
  } catch (error) {
    throw whyNot(error);
  }
}

/** @throws WasmError */
export async function fetchModule(url: URL): Promise<WebAssembly.Module> {
  let bytes: ArrayBuffer;
  try {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`the server answered ${response.status}`);
    bytes = await response.arrayBuffer();
  } catch (error) {
    throw new WasmError('missing', `${url.pathname} cannot be loaded: ${(error as Error).message}`);
  }
  return compileModule(bytes);
}

/**
 * A new instance of a module without imports.
 * @throws WasmError where a policy refuses it: WebKit compiles, and refuses then
 */
export function instantiate(module: WebAssembly.Module): WebAssembly.Instance {
  try {
    return new WebAssembly.Instance(module, {});
  } catch (error) {
    if (!isForbidden()) throw error;
    throw new WasmError('refused', `WebAssembly is forbidden here: ${(error as Error).message}`);
  }
}
