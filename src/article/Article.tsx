import { useCallback, useEffect, useMemo, useState } from 'react';
import { usePage } from '../figures/context';
import { FigureView } from '../figures/FigureView';
import { lazyPart } from '../panels/lazyPart';
import { siteRoot } from '../state/ownDocument';
import type { SectionId } from '../text/titles';
import { Contents } from './Contents';
import { SectionView } from './SectionView';
import { type Scene, SceneContext } from './scene';
import { SECTIONS } from './sections';
import type { StillArticle } from './still';

const SymbolTable = lazyPart(() => import('./SymbolsDialog'), { useWords: () => usePage().words });

interface ArticleProps {
  readonly still: StillArticle | null;
  /** Called when every section has its text, or cannot have it. */
  settle(): void;
}

/** All sections of the article, and the ways to them. */
export default function Article({ still, settle }: ArticleProps) {
  const { language } = usePage();
  const [asking, setAsking] = useState(false);
  const [settled, setSettled] = useState<ReadonlySet<SectionId>>(new Set());
  const [failed, setFailed] = useState<ReadonlySet<SectionId>>(new Set());
  const [tries, setTries] = useState(0);
  const scene = useMemo(
    (): Scene => ({ language, root: siteRoot(), Figure: FigureView, openSymbols: () => setAsking(true) }),
    [language],
  );
  const tell = useCallback((id: SectionId, came: boolean): void => {
    setSettled((before) => new Set([...before, id]));
    setFailed((before) => new Set([...before].filter((other) => other !== id).concat(came ? [] : [id])));
  }, []);
  const isSettled = settled.size === SECTIONS.length;
  useEffect(() => {
    if (isSettled) settle();
  }, [isSettled, settle]);
  const firstFailed = SECTIONS.find(({ id }) => failed.has(id))?.id;
  return (
    <SceneContext value={scene}>
      <article className="prose">
        <Contents sections={SECTIONS} />
        {SECTIONS.map((section, number) => (
          <SectionView
            key={section.id}
            section={section}
            number={number}
            still={still}
            tell={tell}
            // Where the texts of all do not come, one sentence says so, and one press tries all of them again.
            saysWhy={section.id === firstFailed}
            tries={tries}
            retry={() => setTries(tries + 1)}
          />
        ))}
      </article>
      {asking && <SymbolTable close={() => setAsking(false)} />}
    </SceneContext>
  );
}
