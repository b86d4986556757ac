import { isAbort, noticeOfImages } from '../../state/failures';
import type { Lab } from '../../state/lab';

/** Opens the reader's files in a figure; where they cannot be read, the figure's notices say why. */
export async function openInLab(
  lab: Pick<Lab, 'loadData' | 'notices' | 'store'>,
  files: readonly File[],
): Promise<void> {
  try {
    await lab.loadData(files);
  } catch (error) {
    // The reader who has cancelled it knows.
    if (isAbort(error)) return;
    const kept = lab.store.getState().run !== null;
    lab.notices.notify(noticeOfImages(error as Error, kept));
  }
}
