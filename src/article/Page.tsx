import { Moon, Sun } from 'lucide-react';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { PageContext, usePage } from '../figures/context';
import { FigureView } from '../figures/FigureView';
import { FIGURES } from '../figures/table';
import { usePageLook } from '../figures/usePageLook';
import { Boundary } from '../panels/Boundary';
import { type Site, useDrawn } from '../panels/context';
import { Failure } from '../panels/Failure';
import { lazyPart } from '../panels/lazyPart';
import { NoticeList } from '../panels/Notices';
import { LANGUAGES, type Language, type Words } from '../text';
import { Prose } from './Prose';
import './page.css';
import type { StillArticle } from './still';

/** Fetched with the text above it. */
const Foot = lazyPart(() => import('./Foot'), { useWords: () => usePage().words });

/** Its figures leave no control out. */
const NOTHING: ReadonlySet<never> = new Set();

interface PageProps {
  readonly site: Site;
  /** To speak where none is chosen, the most wanted first. */
  readonly languages: readonly string[];
  /** Words of the language that it opens in. */
  readonly first: Words;
  /** The article as the document had it; null where it had none. */
  readonly still: StillArticle | null;
  /** Called once, when all of the page is there. */
  arrive(): void;
}

/** The whole page around its figures. */
export function Page({ site, languages, first: opened, still, arrive }: PageProps) {
  const { context, dark, wanted, failure, retry } = usePageLook({ site, languages, first: opened, hidden: NOTHING });
  const { words } = context;
  const first = site.labs.all[0]!.lab;
  const drawn = useDrawn(first);
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
        <Boundary words={words}>
          <Prose still={still} first={first} settle={settle} />
        </Boundary>
        {hasText && (
          <>
            <FigureView spec={FIGURES.compare} />
            <FigureView spec={FIGURES.sweep} />
          </>
        )}
      </main>
      {hasText && drawn && <Foot height="120px" />}
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

/** A link would take the place of the settings after the #. */
function skipToLab(): void {
  document.querySelector<HTMLElement>('#lab button:not(:disabled)')?.focus();
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
