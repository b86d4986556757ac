import { useEffect, useLayoutEffect, useRef } from 'react';
import { usePage } from '../figures/context';
import { useDrawn } from '../panels/context';
import { Failure } from '../panels/Failure';
import { useFetched } from '../panels/useFetched';
import { importer } from '../platform/importer';
import type { Lab } from '../state/lab';
import type { StillArticle } from './still';

const fetchArticle = importer(() => import('./Article'));

interface ProseProps {
  /** The text as the document had it; null where it had none. */
  readonly still: StillArticle | null;
  /** The lab above it. */
  readonly first: Lab;
  /** Called when the text is there, or cannot be had. */
  settle(): void;
}

/** The article: as it stood in the document until its scripts have come, which are asked for once the first figure is there. */
export function Prose({ still, first, settle }: ProseProps) {
  const { words } = usePage();
  const { part, failed, get } = useFetched(fetchArticle, useDrawn(first));
  // boot.js does so once the document is there; where it did not come, the text would stay without its styles.
  useEffect(() => {
    for (const sheet of document.querySelectorAll<HTMLLinkElement>('link[data-late]')) sheet.media = 'all';
  }, []);
  const settled = failed || (part === null && still !== null);
  useEffect(() => {
    if (settled) settle();
  }, [settled, settle]);
  if (part !== null) return <part.default still={still} settle={settle} />;
  return (
    <>
      {failed && <Failure says={words.failure.prose} words={words} retry={get} />}
      {still !== null && <Still whole={still.whole} />}
    </>
  );
}

function Still({ whole }: Pick<StillArticle, 'whole'>) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => place.current!.replaceChildren(whole), [whole]);
  return <div ref={place} />;
}
