import { useCallback, useEffect, useState } from 'react';

interface Later<T> {
  /** null until it has come. */
  readonly part: T | null;
  readonly failed: boolean;
  /** Asks for it once more after it has failed. */
  again(): void;
}

/**
 * A part that is fetched when it is wanted for the first time.
 * @param load the same function at every call
 */
export function useLater<T extends object>(load: () => Promise<T>, wanted: boolean): Later<T> {
  const [part, setPart] = useState<T | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (!wanted || part !== null || failed) return;
    let mounted = true;
    load().then(
      (loaded) => mounted && setPart(loaded),
      () => mounted && setFailed(true),
    );
    return () => {
      mounted = false;
    };
  }, [load, wanted, part, failed]);
  return { part, failed, again: useCallback(() => setFailed(false), []) };
}
