import { isAbort } from '../state/failures';
import type { Lab } from '../state/lab';

/** Takes one step by hand; where it cannot be taken and the run goes on, the figure's notices say why. */
export async function takeStep(lab: Pick<Lab, 'step' | 'store' | 'notices'>): Promise<void> {
  try {
    await lab.step(1);
  } catch (error) {
    // What ends the run is told by the figure itself.
    const told = lab.store.getState().failure !== null || isAbort(error);
    if (!told) lab.notices.notify({ kind: 'defect', message: (error as Error).message });
  }
}
