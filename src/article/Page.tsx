import { Moon, Sun } from 'lucide-react';
import { type ComponentType, type ReactNode, useCallback, useEffect, useState } from 'react';
import { PageContext, usePage } from '../figures/context';
import { FigureView } from '../figures/FigureView';
import { FIGURES } from '../figures/table';
import { usePageLook } from '../figures/usePageLook';
import { Boundary } from '../panels/Boundary';
import { type Site, useDrawn } from '../panels/context';
import { Failure } from '../panels/Failure';
import { lazyPart } from '../panels/lazyPart';
import { NoticeList } from '../panels/Notices';
import { importer } from '../platform/importer';
import type { Lab } from '../state/lab';
import { LANGUAGES, type Language, type Words } from '../text';
import './page.css';

/** Fetched when the first picture is there: it is read below it. */
const PROSE: Readonly<Record<Language, () => Promise<{ readonly default: ComponentType }>>> = {
  en: importer(() => import('./en.mdx')),
  zh: importer(() => import('./zh.mdx')),
};

/** Fetched with the prose above it. */
const Foot = lazyPart(() => import('./Foot'), { useWords: () => usePage().words });

/** Its figures leave no control out. */
const NOTHING: ReadonlySet<never> = new Set();

interface PageProps {
  readonly site: Site;
  /** To speak where none is chosen, the most wanted first. */
  readonly languages: readonly string[];
  /** Words of the language that it opens in. */
  readonly first: Words;
  /** Called once, when all of the page is there. */
  arrive(): void;
}

/** The whole page around its figures. */
export function Page({ site, languages, first, arrive }: PageProps) {
  const { context, dark, wanted, failure, retry } = usePageLook({ site, languages, first, hidden: NOTHING });
  const { words } = context;
  /** Whether the text of the page is there, or cannot be had: figures below it then stay where they are. */
  const [hasText, setHasText] = useState(false);
  const settle = useCallback(() => setHasText(true), []);
  useEffect(() => {
    if (hasText) arrive();
  }, [hasText, arrive]);
  return (
    <PageContext value={context}>
      <button type="button" className="skip button" onClick={skipToLab}>
        {words.skip}
      </button>
      <header className="masthead">
        <h1>{words.title}</h1>
        <Switches wanted={wanted} dark={dark} />
        <p className="lead">{words.lead}</p>
        {failure !== null && <Failure says={failure} words={words} retry={retry} />}
        <NoticeList board={site.page.notices} words={words} />
      </header>
      <main>
        <FigureView spec={FIGURES.lab} />
        <article className="prose">
          <Boundary words={words}>
            <Prose first={site.labs.all[0]!.lab} settle={settle} />
          </Boundary>
        </article>
        {hasText && (
          <>
            <FigureView spec={FIGURES.compare} />
            <FigureView spec={FIGURES.sweep} />
          </>
        )}
      </main>
      {hasText && <Foot height="120px" />}
    </PageContext>
  );
}

/** What stands around the reason why the page itself could not be rendered. */
export function BrokenPage({ words, children }: { words: Words; children: ReactNode }) {
  return (
    <>
      <header className="masthead">
        <h1>{words.title}</h1>
        <p className="lead">{words.lead}</p>
      </header>
      <main>{children}</main>
    </>
  );
}

const tagOf = (language: Language): string => LANGUAGES.find(({ code }) => code === language)!.tag;

/** The text of the page in its language. One that is there stays until that of another language has come. */
function Prose({ first, settle }: { readonly first: Lab; settle(): void }) {
  const drawn = useDrawn(first);
  const { language, words } = usePage();
  const [shown, setShown] = useState<{ language: Language; Text: ComponentType } | null>(null);
  const [failed, setFailed] = useState(false);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    if (!drawn) return;
    let current = true;
    setFailed(false);
    PROSE[language]().then(
      (module) => current && setShown({ language, Text: module.default }),
      () => current && setFailed(true),
    );
    return () => {
      current = false;
    };
  }, [language, tries, drawn]);
  const settled = failed || shown !== null;
  useEffect(() => {
    if (settled) settle();
  }, [settled, settle]);
  return (
    <>
      {failed && <Failure says={words.failure.prose} words={words} retry={() => setTries(tries + 1)} />}
      {shown !== null && (
        <div lang={tagOf(shown.language)}>
          <shown.Text />
        </div>
      )}
    </>
  );
}

/** A link would take the place of the settings after the #. */
function skipToLab(): void {
  document.querySelector<HTMLElement>('#lab button:not([disabled])')?.focus();
}

function Switches({ wanted, dark }: { wanted: Language; dark: boolean }) {
  const {
    site: { page },
    words,
  } = usePage();
  const toOther = dark ? words.theme.toLight : words.theme.toDark;
  return (
    <div className="switches">
      <fieldset className="languages">
        <legend className="hidden">{words.language}</legend>
        {LANGUAGES.map(({ code, tag, ownName }) => (
          <button
            key={code}
            type="button"
            className="button button-quiet"
            lang={tag}
            aria-pressed={code === wanted}
            onClick={() => page.set({ lang: code })}
          >
            {ownName}
          </button>
        ))}
      </fieldset>
      <button
        type="button"
        className="button button-icon"
        aria-label={toOther}
        title={toOther}
        onClick={() => page.set({ theme: dark ? 'light' : 'dark' })}
      >
        {dark ? <Sun aria-hidden="true" /> : <Moon aria-hidden="true" />}
      </button>
    </div>
  );
}
