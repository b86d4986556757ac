/** The article and the foot as they stand in a document before any script: the same components as on the page, with nothing that moves. */
import { renderToStaticMarkup } from 'react-dom/server';
import { Contents } from '../src/article/Contents';
import { parts } from '../src/article/parts';
import SectionBody from '../src/article/SectionBody';
import { type Scene, SceneContext } from '../src/article/scene';
import { SECTIONS } from '../src/article/sections';
import { SECTION, STILL_SECTION } from '../src/article/still';
import { SYMBOLS } from '../src/article/symbols';
import type { Language } from '../src/text';
import { articleWords } from '../src/text/article';
import { TRANSLATIONS } from './documentTable';
import { renderFoot } from './stillFoot';

/** What stands below the first figure of a document, as HTML of one element each. */
export interface StillParts {
  readonly article: string;
  readonly foot: string;
}

async function renderArticle({ tag, document: { words, root } }: (typeof TRANSLATIONS)[number]): Promise<string> {
  const language = words.code;
  const scene: Scene = { language, root, Figure: null, openSymbols: () => undefined };
  const [Symbols, ...texts] = (
    await Promise.all([SYMBOLS[language](), ...SECTIONS.map(({ text }) => text[language]())])
  ).map((module) => module.default);
  return renderToStaticMarkup(
    <SceneContext value={scene}>
      <article className="prose" lang={tag}>
        <Contents sections={SECTIONS} />
        {SECTIONS.map((section, number) => (
          <section key={section.id} className={STILL_SECTION} {...{ [SECTION]: section.id }}>
            <SectionBody section={section} number={number} language={language} Text={texts[number]!} />
          </section>
        ))}
        <details className="symbols">
          <summary>{articleWords[language].symbols}</summary>
          {Symbols !== undefined && <Symbols components={parts} />}
        </details>
      </article>
    </SceneContext>,
  );
}

/** In every language. Made as the module is loaded: later its own imports do not load any more (site/article.ts). */
export const stillParts = Object.fromEntries(
  await Promise.all(
    TRANSLATIONS.map(async (translation) => {
      const parts: StillParts = { article: await renderArticle(translation), foot: renderFoot(translation.document) };
      return [translation.document.words.code, parts] as const;
    }),
  ),
) as Readonly<Record<Language, StillParts>>;
