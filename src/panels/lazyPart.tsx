import { type ComponentType, useCallback, useEffect, useState } from 'react';
import { importer } from '../platform/importer';
import type { Words } from '../text';
import { useFigure } from './context';
import { Failure } from './Failure';

interface LazyProps {
  /** CSS height that the part will have, about, so that little moves when it comes. */
  readonly height: string;
}

/**
 * A part of a panel that is fetched when it is first shown. While it is on its way its place is kept; when it does not
 * come, a sentence says so and the reader may try again.
 * @param load `() => import('./Part')`, with the component as the default export
 * @param useWords where the part is of no figure
 */
export function lazyPart(
  load: () => Promise<{ readonly default: ComponentType }>,
  useWords: () => Words = () => useFigure().words,
): ComponentType<LazyProps> {
  const fetchPart = importer(load);
  return function LazyPart({ height }) {
    const words = useWords();
    const [Part, setPart] = useState<ComponentType | null>(null);
    const [failed, setFailed] = useState(false);
    const get = useCallback((): (() => void) => {
      let current = true;
      setFailed(false);
      fetchPart().then(
        (module) => current && setPart(() => module.default),
        () => current && setFailed(true),
      );
      return () => {
        current = false;
      };
    }, []);
    useEffect(get, [get]);
    if (Part !== null) return <Part />;
    if (failed) return <Failure says={words.failure.part} words={words} retry={get} />;
    return <div style={{ minHeight: height }} aria-busy="true" />;
  };
}
