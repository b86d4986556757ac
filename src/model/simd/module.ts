/** Finds and compiles the kernel that the machine can run. */

/** The compiled kernel, or its bytes; without either it is fetched from beside this module. */
export type KernelSource = WebAssembly.Module | BufferSource;

/** The two builds of the kernel. They differ in the multiply-add, fused in `relaxed`. */
export type KernelBuild = 'plain' | 'relaxed';

/** A module with one function, () → f32x4.relaxed_madd of nothing: valid where relaxed SIMD is known. */
const RELAXED_PROBE = new Uint8Array([
  0x00,
  0x61,
  0x73,
  0x6d,
  0x01,
  0x00,
  0x00,
  0x00, // magic, version
  0x01,
  0x04,
  0x01,
  0x60,
  0x00,
  0x00, // type 0: () → ()
  0x03,
  0x02,
  0x01,
  0x00, // function 0 has type 0
  0x0a,
  0x09,
  0x01,
  0x07,
  0x00, // its code, 7 bytes, no locals:
  0x00,
  0xfd,
  0x85,
  0x02,
  0x1a,
  0x0b, // unreachable, f32x4.relaxed_madd, drop, end
]);

/** Whether this machine's WebAssembly has relaxed SIMD (Chromium and Firefox; WebKitGTK 2.50 has not). */
export function hasRelaxedSimd(): boolean {
  return WebAssembly.validate(RELAXED_PROBE);
}

/** Where the bundler has put a build. */
function kernelUrl(build: KernelBuild): URL {
  return build === 'relaxed'
    ? new URL('./build/kernel.relaxed.wasm', import.meta.url)
    : new URL('./build/kernel.wasm', import.meta.url);
}

/**
 * Fetches and compiles a build of the kernel.
 * @throws Error when it cannot be fetched
 * @throws WebAssembly.CompileError when the machine lacks what the build needs
 */
export async function loadKernel(
  build: KernelBuild = hasRelaxedSimd() ? 'relaxed' : 'plain',
): Promise<WebAssembly.Module> {
  const url = kernelUrl(build);
  const response = await fetch(url);
  if (!response.ok) throw new Error(`Kernel ${url.pathname} cannot be loaded: the server answered ${response.status}`);
  return WebAssembly.compile(await response.arrayBuffer());
}

/** A compiled module from any source. */
export async function compileKernel(source?: KernelSource): Promise<WebAssembly.Module> {
  if (source === undefined) return loadKernel();
  return source instanceof WebAssembly.Module ? source : WebAssembly.compile(source);
}
