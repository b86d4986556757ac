import { SOURCES, type SourceName, sourceId } from '../sources';

/** Names a source, and leads to it in the reading list. */
export function Source({ of }: { readonly of: SourceName }) {
  return (
    <a className="source" href={`#${sourceId(of)}`}>
      {SOURCES[of].short}
    </a>
  );
}
