/** The licences of everything that the bundles hold, as one file of the site: their comments are stripped. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import license from 'rollup-plugin-license';
import type { Plugin } from 'vite';

/** Fonts come in through style sheets, where no bundler looks for licences. */
const FONTS = ['inter', 'source-serif-4'];

export interface Notices {
  /** For the page's bundle, which writes the file; all other bundles are done by then. */
  readonly page: Plugin[];
  /** For any other bundle: one instance for each. */
  collect(): Plugin;
}

export function notices(): Notices {
  const texts = new Map<string, string>();
  for (const font of FONTS) {
    const name = `@fontsource-variable/${font}`;
    texts.set(name, readFileSync(resolve(import.meta.dirname, '../node_modules', name, 'LICENSE'), 'utf8'));
  }
  const collect = (): Plugin =>
    license({
      thirdParty: {
        output: (dependencies) => {
          for (const part of dependencies)
            texts.set(`${part.name} ${part.version}`, part.licenseText ?? part.license ?? '');
        },
      },
    }) as unknown as Plugin;
  const write: Plugin = {
    name: 'third-party-notices',
    generateBundle: {
      order: 'post',
      handler() {
        const parts = [...texts]
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([name, text]) => `${name}\n\n${text.trim()}`);
        this.emitFile({
          type: 'asset',
          fileName: 'third-party-notices.txt',
          source: `${parts.join(`\n\n${'-'.repeat(80)}\n\n`)}\n`,
        });
      },
    },
  };
  return { page: [collect(), write], collect };
}
