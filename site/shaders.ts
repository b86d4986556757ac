/** Shaders of the page as they are sent: without their comments, and spaces that part nothing. */
import type { Plugin } from 'vite';

/** A sign with spaces around it; two signs in a row keep theirs: `a - -b` is not `a--b`. */
const SPACED = /(?<![-+*/<>=!&|] *) *([{}();,=+\-*/<>?:]) *(?![-+*/<>=!&|])/g;

export function bareShaders(): Plugin {
  return {
    name: 'bare-shaders',
    apply: 'build',
    enforce: 'pre',
    transform: {
      filter: { id: /src\/draw\/.*shaders\.ts$/ },
      // Lines stay lines: a driver's message names them by number.
      handler: (code) => ({
        code: code
          .replace(/[ \t]*\/\/.*$/gm, '')
          .replace(/^ +/gm, '')
          .replace(SPACED, '$1')
          .replace(/ +(&&|\|\||[<>=!]=|%) +/g, '$1'),
        map: null,
      }),
    },
  };
}
