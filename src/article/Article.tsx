import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { usePage } from '../figures/context';
import { FigureView } from '../figures/FigureView';
import { keepSite } from '../offline/keepSite';
import { lazyPart } from '../panels/lazyPart';
import { fillForPrint } from '../panels/take/fillForPrint';
import { useSize } from '../panels/useSize';
import { siteRoot } from '../state/ownDocument';
import type { SectionId } from '../text/titles';
import { Contents } from './Contents';
import { SectionView } from './SectionView';
import { type Scene, SceneContext } from './scene';
import { SECTIONS } from './sections';
import { leftBy, type StillArticle } from './still';
import { useOneByOne } from './useOneByOne';

const SymbolTable = lazyPart(() => import('./SymbolsDialog'), { useWords: () => usePage().words });

interface ArticleProps {
  readonly still: StillArticle | null;
  /** Called when every section has its text, or cannot have it, and is laid out. */
  settle(): void;
}

/** All sections of the article, and the ways to them. */
export default function Article({ still, settle }: ArticleProps) {
  const { language, theme } = usePage();
  const themeNow = useRef(theme);
  themeNow.current = theme;
  useEffect(() => fillForPrint(() => themeNow.current), []);
  /** Of the text as it stood in the document, which this takes the place of. */
  const [left] = useState(() => (still === null ? null : leftBy(still)));
  const focused = left?.focused ?? null;
  useLayoutEffect(() => {
    if (focused !== null) document.querySelector<HTMLElement>(focused)?.focus({ preventScroll: true });
  }, [focused]);
  const [asking, setAsking] = useState(false);
  const [settled, setSettled] = useState<ReadonlySet<SectionId>>(new Set());
  const [failed, setFailed] = useState<ReadonlySet<SectionId>>(new Set());
  const [tries, setTries] = useState(0);
  /** As wide as the article, and of no height, which would change with all that comes into it. */
  const ruler = useRef<HTMLDivElement>(null);
  const { width } = useSize(ruler);
  /** How often more type has come after all were laid out. */
  const [types, setTypes] = useState(0);
  const layout = `${width} px wide, type ${types}`;
  /** How many sections have been laid out like that, wherever they are, so that a jump to one ends where it is. */
  const laidOut = useOneByOne(SECTIONS.length, layout);
  const scene = useMemo(
    (): Scene => ({ language, root: siteRoot(), Figure: FigureView, openSymbols: () => setAsking(true) }),
    [language],
  );
  const tell = useCallback((id: SectionId, came: boolean): void => {
    setSettled((before) => new Set([...before, id]));
    setFailed((before) => new Set([...before].filter((other) => other !== id).concat(came ? [] : [id])));
  }, []);
  const areLaidOut = laidOut === SECTIONS.length;
  useEffect(() => {
    if (!areLaidOut || document.fonts.status === 'loaded') return;
    let current = true;
    void document.fonts.ready.then(() => current && setTypes(types + 1));
    return () => {
      current = false;
    };
  }, [areLaidOut, types]);
  /** Since when all was there once: with another width sections are laid out anew. */
  const [isSettled, setIsSettled] = useState(false);
  if (!isSettled && settled.size === SECTIONS.length && areLaidOut) setIsSettled(true);
  useEffect(() => {
    if (!isSettled) return;
    settle();
    keepSite(siteRoot());
  }, [isSettled, settle]);
  const retry = useCallback(() => setTries((before) => before + 1), []);
  const firstFailed = SECTIONS.find(({ id }) => failed.has(id))?.id;
  return (
    <SceneContext value={scene}>
      <article className="prose">
        <div ref={ruler} />
        <Contents sections={SECTIONS} unfolded={left?.unfolded ?? false} />
        {SECTIONS.map((section, number) => (
          <SectionView
            key={section.id}
            section={section}
            number={number}
            still={still}
            laidOutFor={number < laidOut ? layout : null}
            tell={tell}
            // Where the texts of all do not come, one sentence says so, and one press tries all of them again.
            saysWhy={section.id === firstFailed}
            tries={tries}
            retry={retry}
          />
        ))}
      </article>
      {asking && <SymbolTable close={() => setAsking(false)} />}
    </SceneContext>
  );
}
