import { useEffect } from 'react';
import { PageContext, usePage } from '../figures/context';
import { FigureView } from '../figures/FigureView';
import { usePageLook } from '../figures/usePageLook';
import type { Site } from '../panels/context';
import { Failure } from '../panels/Failure';
import { fetchedPart } from '../panels/lazyPart';
import { NoticeList } from '../panels/Notices';
import { type Hideable, isOfArticle } from '../state/embedLink';
import type { FigureSpec } from '../state/figureSpec';
import type { Words } from '../text';
import { embed } from '../text/embed';
import './embed.css';
import { fetchLate } from './fetchLate';

const Caption = fetchedPart(() => fetchLate('caption'), { useWords: () => usePage().words });

interface EmbedPageProps {
  /** Its `link` is the address of the full page that shows the same. */
  readonly site: Site;
  readonly spec: FigureSpec;
  readonly hidden: ReadonlySet<Hideable>;
  /** Words of the language that it opens in. */
  readonly first: Words;
  /** Called when it is there. */
  shown(): void;
}

/** One figure, with its caption if it is of the article, and a way to the full page. */
export function EmbedPage({ site, spec, hidden, first, shown }: EmbedPageProps) {
  const { context, failure, retry } = usePageLook({ site, languages: navigator.languages, first, hidden });
  const { words, language } = context;
  useEffect(shown, [shown]);
  // The state changes all the time, and the link is followed, copied or opened elsewhere seldom.
  const update = ({ currentTarget }: React.SyntheticEvent<HTMLAnchorElement>): void => {
    currentTarget.href = site.link();
  };
  return (
    <PageContext value={context}>
      <header className="hidden">
        <h1>{words.title}</h1>
      </header>
      {failure !== null && <Failure says={failure} words={words} retry={retry} />}
      <NoticeList board={site.page.notices} words={words} />
      <main>
        <FigureView spec={spec} />
        {isOfArticle(spec) && !hidden.has('caption') && <Caption id={spec.id} />}
      </main>
      <footer className="embed-foot">
        <a
          href="./"
          target="_blank"
          rel="noopener"
          onPointerEnter={update}
          onPointerDown={update}
          onFocus={update}
          onClick={update}
        >
          {embed[language].open}
        </a>
      </footer>
    </PageContext>
  );
}
