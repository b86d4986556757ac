import { readFile } from 'node:fs/promises';
import type { KernelBuild } from '../../src/model/simd/module';

/** The kernel's bytes from the disk, where tests in Node cannot fetch it; `npm run build:kernel` makes them. */
export async function readKernel(build: KernelBuild = 'plain'): Promise<Uint8Array<ArrayBuffer>> {
  const name = build === 'relaxed' ? 'kernel.relaxed.wasm' : 'kernel.wasm';
  return new Uint8Array(await readFile(new URL(`../../src/model/simd/build/${name}`, import.meta.url)));
}
