import type { Lab } from '../../state/lab';
import type { DataFailure } from '../../worker/libraryProtocol';

/** Opens the reader's files in a figure; where they cannot be read, the figure's notices say why. */
export async function openInLab(lab: Pick<Lab, 'loadData' | 'notices'>, files: readonly File[]): Promise<void> {
  try {
    await lab.loadData(files);
  } catch (error) {
    const { name, message, problem = null } = error as Partial<DataFailure> & Error;
    // The reader has cancelled it, and knows.
    if (name !== 'AbortError') lab.notices.notify({ kind: 'data', message, problem });
  }
}
