/** The text of the article for the documents of the site. */
import { resolve } from 'node:path';
import { type Plugin, type Rollup, runnerImport } from 'vite';
import type { Language } from '../src/text/index.ts';
import { articleTexts } from './mdx.ts';

const RENDERER = resolve(import.meta.dirname, 'stillArticle.tsx');

/** The module whose style sheets the text needs. */
const PARTS = /src[\\/]article[\\/]parts[\\/]index\.ts$/;

const NO_STYLE = '\0no-style';

/** HTML is written here, not styled. */
const noStyles: Plugin = {
  name: 'no-styles',
  enforce: 'pre',
  resolveId: (id) => (id.endsWith('.css') ? NO_STYLE : null),
  load: (id) => (id === NO_STYLE ? '' : null),
};

let articles: Promise<Readonly<Record<Language, string>>> | null = null;

/** The article as HTML, with its formulas, and the places of its figures. */
export async function articleIn(language: Language): Promise<string> {
  articles ??= runnerImport<typeof import('./stillArticle.tsx')>(RENDERER, {
    configFile: false,
    mode: 'production',
    plugins: [noStyles, ...articleTexts()],
  }).then(({ module }) => module.articles);
  return (await articles)[language];
}

/**
 * The files of its styles, below the site's root; null where the bundle is of a page without the article.
 * @throws Error where the article has no styles
 */
export function articleStyles(bundle: Rollup.OutputBundle): string[] | null {
  const chunks = Object.values(bundle).filter(
    (part) => part.type === 'chunk' && part.moduleIds.some((id) => PARTS.test(id)),
  );
  if (chunks.length === 0) return null;
  const styles = chunks.flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]);
  if (styles.length === 0) throw new Error('The parts of the article have no style sheet in the bundle');
  return styles;
}
