/** Finds and compiles the kernel that the machine can run. */
import { compileModule, fetchModule, hasRelaxedSimd, WasmError } from '../../platform/wasm';
import { EngineUnavailable } from '../engineError';

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

async function available<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw error instanceof WasmError ? new EngineUnavailable(error.cause, error.message) : error;
  }
}

/**
 * Fetches and compiles a build of the kernel.
 * @throws EngineUnavailable with the cause: it cannot be fetched, is refused, or needs what the machine lacks
 */
export function loadKernel(build: KernelBuild = hasRelaxedSimd() ? 'relaxed' : 'plain'): Promise<WebAssembly.Module> {
  return available(fetchModule(kernelUrl(build)));
}

/** A compiled module from any source. @throws EngineUnavailable as `loadKernel` */
export async function compileKernel(source?: KernelSource): Promise<WebAssembly.Module> {
  if (source === undefined) return loadKernel();
  return source instanceof WebAssembly.Module ? source : available(compileModule(source));
}
