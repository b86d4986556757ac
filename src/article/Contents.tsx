import { useEffect, useState } from 'react';
import { articleWords } from '../text/article';
import { titles } from '../text/titles';
import { BELOW } from './below';
import { useScene } from './scene';
import { type Section, textId } from './section';
import { CONTENTS, SECTION } from './still';

/** The part of the window, from its top, in which a section counts as the one that is read. */
const READ_IN = '0px 0px -60% 0px';

interface ContentsProps {
  readonly sections: readonly Section[];
  /** Whether those above the text are so from the start. */
  readonly unfolded?: boolean;
}

/** The way to every section and to the figures below them: beside the text where there is room, else a line above it that unfolds. */
export function Contents({ sections, unfolded = false }: ContentsProps) {
  const { language, openSymbols, Figure } = useScene();
  const { contents, symbols, below } = articleWords[language];
  const read = useRead(sections);
  const links = (
    <ol>
      {sections.map(({ id }, number) => (
        <li key={id}>
          <a href={`#${textId(id)}`} aria-current={number === read ? 'location' : undefined} onClick={foldAround}>
            {number > 0 && <span className="section-number">{number}</span>}
            {titles[language][id]}
          </a>
        </li>
      ))}
      {Figure !== null &&
        BELOW.map((id) => (
          <li key={id}>
            <a href={`#${id}`}>{below[id]}</a>
          </li>
        ))}
      {Figure !== null && (
        <li>
          <button type="button" className="set" aria-haspopup="dialog" onClick={openSymbols}>
            {symbols}
          </button>
        </li>
      )}
    </ol>
  );
  return (
    <nav className="contents" aria-label={contents}>
      <div className={CONTENTS.beside}>{links}</div>
      {/* From then on they are the reader’s to unfold: React leaves what has not changed. */}
      <details className={CONTENTS.above} open={unfolded}>
        <summary>
          {contents}
          {read > 0 && <span className="contents-read">{`${read} · ${titles[language][sections[read]!.id]}`}</span>}
        </summary>
        {links}
      </details>
    </nav>
  );
}

/** Folds the contents that a link is in: on a phone they would cover most of the section that it leads to. */
function foldAround({ currentTarget }: React.MouseEvent): void {
  const around = currentTarget.closest('details');
  if (around !== null) around.open = false;
}

/** The place of the section that is read; −1 before the first. */
function useRead(sections: readonly Section[]): number {
  const [read, setRead] = useState(-1);
  useEffect(() => {
    const inSight = new Set<Element>();
    const elements = sections.map(({ id }) => document.querySelector(`[${SECTION}="${id}"]`));
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          if (isIntersecting) inSight.add(target);
          else inSight.delete(target);
        }
        // Between two figures nothing is: what was read last stays.
        const last = elements.findLastIndex((element) => element !== null && inSight.has(element));
        if (last >= 0) setRead(last);
      },
      { rootMargin: READ_IN },
    );
    for (const element of elements) if (element !== null) observer.observe(element);
    return () => observer.disconnect();
  }, [sections]);
  return read;
}
