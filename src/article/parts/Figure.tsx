import type { ReactNode } from 'react';
import { FIGURES } from '../../figures/table';
import { type PosterId, posterWords } from '../../text/posters';
import { useScene } from '../scene';
import { Poster } from './Poster';
import './places.css';

interface FigureProps {
  /** Of the table of figures. */
  readonly id: PosterId;
  /** The caption: what to try, and what to look for. */
  readonly children: ReactNode;
}

/**
 * A figure of the article with its caption. It is fetched when it comes near; until then its place is kept, with a picture
 * of it.
 */
export function Figure({ id, children }: FigureProps) {
  const { Figure: Live, language } = useScene();
  return (
    <div className="section-figure">
      <div className="figure-frame">
        {Live === null ? <Place id={id} /> : <Live spec={FIGURES[id]} />}
        <Poster id={id} alt={Live === null ? posterWords[language][id] : ''} />
      </div>
      <div className="caption">{children}</div>
    </div>
  );
}

/** What keeps the place of a figure in a document whose scripts have not come. */
function Place({ id }: Pick<FigureProps, 'id'>) {
  return (
    <section className="figure lab" id={id}>
      <div className="figure-place" />
    </section>
  );
}
