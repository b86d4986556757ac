/** WebAssembly modules from the site, and why one does not come. */

/** A kernel that cannot be had. */
export class WasmError extends Error {
  override readonly name = 'WasmError';
  /**
   * @param reason `missing`: it could not be fetched, or something else came in its place. `refused`: the site's
   *   content security policy forbids WebAssembly. `unsupported`: the browser lacks it, or an extension it needs
   */
  constructor(
    readonly reason: 'missing' | 'refused' | 'unsupported',
    message: string,
  ) {
    super(message);
  }
}

/** How every module begins: \0asm, as a number. */
const MAGIC = 0x6d736100;

/**
 * Fetches and compiles a module.
 * @throws WasmError
 */
export async function fetchModule(url: URL): Promise<WebAssembly.Module> {
  let bytes: ArrayBuffer;
  try {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`the server answered ${response.status}`);
    bytes = await response.arrayBuffer();
  } catch (error) {
    throw new WasmError('missing', `${url.pathname} cannot be loaded: ${(error as Error).message}`);
  }
  if (bytes.byteLength < 8 || new DataView(bytes).getUint32(0, true) !== MAGIC)
    throw new WasmError('missing', `${url.pathname} cannot be loaded: the server answered with something else`);
  if (typeof WebAssembly === 'undefined') throw new WasmError('unsupported', 'This browser has no WebAssembly');
  try {
    return await WebAssembly.compile(bytes);
  } catch (error) {
    // Bytes that are in order and may not be compiled are forbidden.
    const reason = WebAssembly.validate(bytes) ? 'refused' : 'unsupported';
    throw new WasmError(reason, (error as Error).message);
  }
}
