import type { LabEntry } from '../../state/labs';
import { usePage } from '../context';

/** The lab that the models of a sweep are like in everything else, and whether the reader sees it on the page. */
export function useBase(): { readonly base: LabEntry; readonly isShown: boolean } {
  const { labs, figures } = usePage().site;
  return { base: labs.all[0]!, isShown: figures.some((figure) => figure.labs.length > 0) };
}
