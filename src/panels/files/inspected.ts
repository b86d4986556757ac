import { createStore } from 'zustand/vanilla';
import type { Inspection } from '../../state/inspection';
import type { Lab } from '../../state/lab';

/** Files that the reader is asked about, and the lab that they are for. */
interface Inspected {
  readonly lab: Lab;
  readonly inspection: Inspection;
}

/** One choice of files at a time, since its dialog is in front of the whole page; null for none. */
export const inspected = createStore<Inspected | null>(() => null);

/** Puts files away, and takes their dialog from the page. */
export function putAway(inspection: Inspection): void {
  inspection.end();
  if (inspected.getState()?.inspection === inspection) inspected.setState(null, true);
}
