import { useCallback, useEffect, useState } from 'react';

/** What is fetched: null until it has come, and whether it did not. */
export interface Fetched<T> {
  readonly part: T | null;
  readonly failed: boolean;
  /** Asks again for it, and for all others that did not come. */
  get(): void;
}

/** What did not come, as it is asked for again: a list that many parts stand in may be what is missing. */
const failures = new Set<() => void>();

const getAll = (): void => {
  for (const get of failures) get();
};

/**
 * Fetches a part of the page.
 * @param fetchPart made by `importer`, once
 * @param ready from when on it is asked for
 */
export function useFetched<T>(fetchPart: () => Promise<T>, ready: boolean): Fetched<T> {
  const [part, setPart] = useState<T | null>(null);
  const [failed, setFailed] = useState(false);
  const get = useCallback((): (() => void) => {
    let current = true;
    setFailed(false);
    fetchPart().then(
      (fetched) => current && setPart(() => fetched),
      () => current && setFailed(true),
    );
    return () => {
      current = false;
    };
  }, [fetchPart]);
  useEffect(() => (ready ? get() : undefined), [get, ready]);
  useEffect(() => {
    if (!failed) return;
    failures.add(get);
    return () => {
      failures.delete(get);
    };
  }, [failed, get]);
  return { part, failed, get: getAll };
}
