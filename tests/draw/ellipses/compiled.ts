import { readFileSync } from 'node:fs';

/** The compiled kernel of the CPU painter, as `npm run kernels` has left it. */
export const compiledKernel = new WebAssembly.Module(
  readFileSync(new URL('../../../src/draw/ellipses/build/kernel.wasm', import.meta.url)),
);
