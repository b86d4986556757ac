import { isAbort } from '../state/failures';
import type { Lab } from '../state/lab';

/** Does something that the reader asked of a lab; where it cannot be done and the run goes on, the figure's notices say why. */
export async function attempt(lab: Pick<Lab, 'store' | 'notices'>, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    // What ends the run is told by the figure itself.
    const told = lab.store.getState().failure !== null || isAbort(error);
    if (!told) lab.notices.notify({ kind: 'defect', message: (error as Error).message });
  }
}
