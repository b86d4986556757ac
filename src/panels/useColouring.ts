import { useMemo } from 'react';
import type { Theme } from '../draw/theme';
import { useFigure, useLab } from './context';
import { fetchLate } from './fetchLate';
import { useFetched } from './useFetched';

/** How the codes of a data set are coloured. */
export interface Colouring {
  /** n numbers of colours; null where all codes have the same. */
  readonly labels: Uint8Array | null;
  /** What those are called, by number, each where it has a name; null where the numbers are the names. */
  readonly names: readonly string[] | null;
  /** Its `classes` are the colours by number; they wrap around. */
  readonly theme: Theme;
}

const fetchColours = () => fetchLate('factorColours');

/** How the codes are coloured: by class, or by the factor of the settings once what does that has come. */
export function useColouring() {
  const { theme, language } = useFigure();
  const dataset = useLab((state) => state.dataset);
  const colour = useLab((state) => state.settings.colour);
  const needed = dataset?.classNames !== undefined || (dataset?.factors !== undefined && colour !== '');
  const { part, failed, get } = useFetched(fetchColours, needed);
  const colouring = useMemo((): Colouring => {
    if (dataset === null || !needed) return { labels: dataset?.labels ?? null, names: null, theme };
    // Until it has come, numbers would stand where names belong.
    return part?.(dataset, { colour, theme, language }) ?? { labels: dataset.labels, names: [], theme };
  }, [dataset, needed, part, colour, theme, language]);
  return { colouring, failed: needed && failed, get };
}
