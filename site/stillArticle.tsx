/** The article as it stands in a document before any script: the same components as on the page, with nothing that moves. */
import { renderToStaticMarkup } from 'react-dom/server';
import { Contents } from '../src/article/Contents';
import { parts } from '../src/article/parts';
import SectionBody from '../src/article/SectionBody';
import { type Scene, SceneContext } from '../src/article/scene';
import { SECTIONS } from '../src/article/sections';
import { SECTION, STILL_SECTION } from '../src/article/still';
import { SYMBOLS } from '../src/article/symbols';
import { LANGUAGES, type Language } from '../src/text';
import { articleWords } from '../src/text/article';

/** @returns HTML of one element */
async function renderArticle({ code: language, tag }: (typeof LANGUAGES)[number]): Promise<string> {
  const scene: Scene = { language, Figure: null, openSymbols: () => undefined };
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
export const articles = Object.fromEntries(
  await Promise.all(LANGUAGES.map(async (language) => [language.code, await renderArticle(language)] as const)),
) as Readonly<Record<Language, string>>;
