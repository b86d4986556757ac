import type { ReactNode } from 'react';
import { FIGURES, type FigureId } from '../../figures/table';
import { useScene } from '../scene';

interface FigureProps {
  /** Of the table of figures. */
  readonly id: FigureId;
  /** The caption: what to try, and what to look for. */
  readonly children: ReactNode;
}

/** A figure of the article with its caption. It is fetched when it comes near; until then its place is kept. */
export function Figure({ id, children }: FigureProps) {
  const { Figure: Live } = useScene();
  return (
    <div className="section-figure">
      {Live === null ? <Place id={id} /> : <Live spec={FIGURES[id]} />}
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
