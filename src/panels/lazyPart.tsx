import type { ComponentType } from 'react';
import { importer } from '../platform/importer';
import type { Words } from '../text';
import { useDrawn, useFigure } from './context';
import { Failure } from './Failure';
import { fetchLate } from './fetchLate';
import type lateParts from './lateParts';
import { useFetched } from './useFetched';

type Part<Props extends object> = { readonly default: ComponentType<Props> };

interface LazyProps {
  /** CSS height that the part will have, about, so that little moves when it comes; not said where its classes do. */
  readonly height?: string;
  /** Classes of what keeps its place meanwhile. */
  readonly place?: string;
}

interface LazyOptions {
  /** Where the part is of no figure. */
  readonly useWords?: () => Words;
  /** When it is fetched: as soon as it is shown, or not before its figure is under way. */
  readonly from?: 'shown' | 'drawn';
}

const useAlways = (): boolean => true;
const useFigureDrawn = (): boolean => useDrawn(useFigure().lab);

/**
 * A part of a panel that is fetched when it is first needed. While it is on its way its place is kept; when it does not
 * come, a sentence says so and the reader may try again.
 * @param load `() => import('./Part')`, with the component as the default export
 */
export const lazyPart = <Props extends object = object>(
  load: () => Promise<Part<Props>>,
  options: LazyOptions = {},
): ComponentType<LazyProps & Props> => fetchedPart(importer(load), options);

type LateParts = typeof lateParts;

/** Names of those of `lateParts` that are components. */
type LateName = {
  [Name in keyof LateParts]: Awaited<ReturnType<LateParts[Name]>> extends Part<object> ? Name : never;
}[keyof LateParts];

/** The same of one of `lateParts`. */
export const latePart = (name: LateName, options: LazyOptions = {}): ComponentType<LazyProps> =>
  fetchedPart(() => fetchLate(name), options);

/**
 * The same of one that is fetched by its name.
 * @param fetchPart made by `importer` or `listed`
 */
export function fetchedPart<Props extends object>(
  fetchPart: () => Promise<Part<Props>>,
  { useWords = () => useFigure().words, from = 'shown' }: LazyOptions,
): ComponentType<LazyProps & Props> {
  const useReady = from === 'drawn' ? useFigureDrawn : useAlways;
  return function LazyPart({ height, place, ...props }) {
    const words = useWords();
    const { part, failed, get } = useFetched(fetchPart, useReady());
    if (part !== null) return <part.default {...(props as unknown as Props)} />;
    if (failed) return <Failure says={words.failure.part} words={words} retry={get} />;
    return <div className={place} style={{ minHeight: height }} aria-busy="true" />;
  };
}
