/** The licences of everything that the site holds of others' packages, as one file of it: comments in bundles are stripped. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import license from 'rollup-plugin-license';
import type { Plugin } from 'vite';

/**
 * Packages of which no bundler sees anything, since it looks for licences in scripts alone: fonts and formulas of style
 * sheets, and the images that public/data/mnist.png was made of.
 */
const OTHERS = ['@fontsource-variable/inter', '@fontsource-variable/source-serif-4', 'katex', 'mnist'];

export interface Notices {
  /** For the page's bundle, which writes the file; all other bundles are done by then. */
  readonly page: Plugin[];
  /** For any other bundle: one instance for each. */
  collect(): Plugin;
}

export function notices(): Notices {
  const texts = new Map<string, string>();
  for (const name of OTHERS) {
    const file = (path: string): string =>
      readFileSync(resolve(import.meta.dirname, '../node_modules', name, path), 'utf8');
    texts.set(`${name} ${JSON.parse(file('package.json')).version}`, file('LICENSE'));
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
