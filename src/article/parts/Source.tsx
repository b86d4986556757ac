import { useContext } from 'react';
import { SectionContext, useScene } from '../scene';
import { inLanguage, namedId, SOURCES, type SourceName, sourceId } from '../sources';

/** Names a source, and leads to it in the reading list, which leads back here. */
export function Source({ of }: { readonly of: SourceName }) {
  const section = useContext(SectionContext);
  return (
    <a className="source" id={section === null ? undefined : namedId(of, section)} href={`#${sourceId(of)}`}>
      {inLanguage(SOURCES[of].short, useScene().language)}
    </a>
  );
}
