import './FigureHead.css';

interface FigureHeadProps {
  /** Id of the heading, by which the figure is named. */
  readonly id: string;
  readonly title: string;
  readonly lead: string;
}

/** Heading and lead of a figure that says itself what it is. */
export function FigureHead({ id, title, lead }: FigureHeadProps) {
  return (
    <header className="figure-head">
      <h2 id={id}>{title}</h2>
      <p>{lead}</p>
    </header>
  );
}
