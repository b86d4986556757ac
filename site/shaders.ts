/** Shaders of the page as they are sent: without their comments. */
import type { Plugin } from 'vite';

export function bareShaders(): Plugin {
  return {
    name: 'bare-shaders',
    apply: 'build',
    enforce: 'pre',
    transform: {
      filter: { id: /src\/draw\/.*shaders\.ts$/ },
      // Lines stay lines: a driver's message names them by number.
      handler: (code) => ({ code: code.replace(/[ \t]*\/\/.*$/gm, '').replace(/^ +/gm, ''), map: null }),
    },
  };
}
