import { isAbort, noticeOfImages } from '../../state/failures';
import type { Lab } from '../../state/lab';

/** Opens the reader's files in a figure; where they cannot be read, the figure's notices say why. */
export async function openInLab(
  lab: Pick<Lab, 'loadData' | 'store' | 'notices'>,
  files: readonly File[],
): Promise<void> {
  const before = lab.store.getState().failure;
  try {
    await lab.loadData(files);
  } catch (error) {
    // The reader who has cancelled it knows; and the end of a run is told by the figure itself.
    const { failure, run } = lab.store.getState();
    const told = failure !== null && failure !== before;
    if (!told && !isAbort(error)) lab.notices.notify(noticeOfImages(error as Error, run !== null));
  }
}
