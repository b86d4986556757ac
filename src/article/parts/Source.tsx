import { useScene } from '../scene';
import { inLanguage, SOURCES, type SourceName, sourceId } from '../sources';

/** Names a source, and leads to it in the reading list. */
export function Source({ of }: { readonly of: SourceName }) {
  return (
    <a className="source" href={`#${sourceId(of)}`}>
      {inLanguage(SOURCES[of].short, useScene().language)}
    </a>
  );
}
