import { createContext, useContext } from 'react';
import type { SweepSpec } from '../../state/figureSpec';
import type { LabEntry } from '../../state/labs';
import { baseOf } from '../../state/sweepBase';
import { usePage } from '../context';

/** What a figure is to sweep, as the table of figures has it. */
export const SweepContext = createContext<SweepSpec>({ plan: null, base: null });

/** The lab that the models of a sweep are like in everything else, and whether the reader sees it on the page. */
export function useBase(): { readonly base: LabEntry; readonly isShown: boolean } {
  const { labs, figures } = usePage().site;
  const base = baseOf(useContext(SweepContext), labs);
  return { base, isShown: figures.some((figure) => figure.labs.some(({ id }) => id === base.id)) };
}
