/** Finds and compiles the kernel that the machine can run. */
import { compileModule, fetchModule, hasRelaxedSimd } from '../../platform/wasm';

/** The compiled kernel, or its bytes; without either it is fetched from beside this module. */
export type KernelSource = WebAssembly.Module | BufferSource;

/** The two builds of the kernel. They differ in the multiply-add, fused in `relaxed` where the processor has that. */
export type KernelBuild = 'plain' | 'relaxed';

/** Where the bundler has put a build. */
function kernelUrl(build: KernelBuild): URL {
  return build === 'relaxed'
    ? new URL('./build/kernel.relaxed.wasm', import.meta.url)
    : new URL('./build/kernel.wasm', import.meta.url);
}

/**
 * Fetches and compiles a build of the kernel.
 * @throws WasmError with the cause: it cannot be fetched, is refused, or needs what the machine lacks
 */
export function loadKernel(build: KernelBuild = hasRelaxedSimd() ? 'relaxed' : 'plain'): Promise<WebAssembly.Module> {
  return fetchModule(kernelUrl(build));
}

/** A compiled module from any source. @throws WasmError as `loadKernel` */
export async function compileKernel(source?: KernelSource): Promise<WebAssembly.Module> {
  if (source === undefined) return loadKernel();
  return source instanceof WebAssembly.Module ? source : compileModule(source);
}
