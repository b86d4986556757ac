/** Registers tfjs's wasm backend, single-threaded, with its binaries served by this site. */
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import plain from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import simd from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import { env } from '@tensorflow/tfjs-core';

// On a cross-origin isolated page the backend would take its threaded build, which does not survive minification.
env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
setWasmPaths({
  'tfjs-backend-wasm.wasm': plain,
  'tfjs-backend-wasm-simd.wasm': simd,
  // The backend insists on an entry for every build; this one is never fetched.
  'tfjs-backend-wasm-threaded-simd.wasm': simd,
});
