/** How the texts of the article become components, and the style sheet of their formulas. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import mdx from '@mdx-js/rollup';
import type { Plugin } from 'vite';
import { formulaRules, mathematics } from './mathematics.ts';

const ARTICLE = resolve(import.meta.dirname, '../src/article');

/** The style sheet of all formulas, as the article imports it; there is no such file. */
const RULES = join(ARTICLE, 'formulas.css');

const isText = (path: string): boolean => path.endsWith('.mdx');

export function articleTexts(): Plugin[] {
  const texts = mdx({ remarkPlugins: mathematics });
  return [
    { enforce: 'pre', ...texts } as Plugin,
    {
      name: 'formula-styles',
      enforce: 'pre',
      resolveId: (id) => (id.endsWith('/formulas.css') ? RULES : null),
      async load(id) {
        if (id !== RULES) return null;
        // Whatever order they are loaded in, all of them have to be typeset before their rules are known.
        for (const file of readdirSync(ARTICLE, { recursive: true, encoding: 'utf8' }).filter(isText)) {
          const path = join(ARTICLE, file);
          this.addWatchFile(path);
          await texts.transform(readFileSync(path, 'utf8'), path);
        }
        return formulaRules();
      },
    },
  ];
}
