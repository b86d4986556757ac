/** The text of the article and the foot of the page for the documents of the site. */
import { resolve } from 'node:path';
import { type Plugin, type Rollup, runnerImport } from 'vite';
import type { Language } from '../src/text/index.ts';
import { articleTexts } from './mdx.ts';
import type { StillParts } from './stillArticle.tsx';

const RENDERER = resolve(import.meta.dirname, 'stillArticle.tsx');

/** The modules whose style sheets the text and the foot need. */
const STYLED = /src[\\/]article[\\/](parts[\\/]index|Foot)\.tsx?$/;

const NO_STYLE = '\0no-style';

/** HTML is written here, not styled. */
const noStyles: Plugin = {
  name: 'no-styles',
  enforce: 'pre',
  resolveId: (id) => (id.endsWith('.css') ? NO_STYLE : null),
  load: (id) => (id === NO_STYLE ? '' : null),
};

let stillParts: Promise<Readonly<Record<Language, StillParts>>> | null = null;

/** The article as HTML, with its formulas, and pictures in the places of its figures; and the foot of the page. */
export async function stillPartsIn(language: Language): Promise<StillParts> {
  stillParts ??= runnerImport<typeof import('./stillArticle.tsx')>(RENDERER, {
    configFile: false,
    mode: 'production',
    plugins: [noStyles, ...articleTexts()],
  }).then(({ module }) => module.stillParts);
  return (await stillParts)[language];
}

/**
 * The files of its styles, below the site's root; null where the bundle is of a page without the article.
 * @throws Error where the article has no styles
 */
export function articleStyles(bundle: Rollup.OutputBundle): string[] | null {
  const chunks = Object.values(bundle).filter(
    (part) => part.type === 'chunk' && part.moduleIds.some((id) => STYLED.test(id)),
  );
  if (chunks.length === 0) return null;
  const styles = chunks.flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]);
  if (styles.length === 0) throw new Error('The parts of the article have no style sheet in the bundle');
  return styles;
}
