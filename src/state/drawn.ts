import type { Lab } from './lab';
import { isUnderWay } from './moment';

/** Whether a lab is under way, or cannot be: what is not part of its picture is fetched from then on. */
export const isDrawn = ({ frame, store }: Lab): boolean =>
  (frame !== null && isUnderWay(frame)) || store.getState().failure !== null;

/** Calls `changed` whenever it may have come to be. @returns a function that ends it */
export function watchDrawn(lab: Lab, changed: () => void): () => void {
  const ends = [lab.on('frame', changed), lab.store.subscribe(changed)];
  return () => {
    for (const end of ends) end();
  };
}
