import { isAbort, noticeOfImages } from '../../state/failures';
import type { Lab } from '../../state/lab';
import { fetchLate } from '../fetchLate';

/** Names of files of weights, and of models of tfjs-layers; all others are taken for images. */
const WEIGHTS = /\.safetensors$/i;
const LAYERS = /\.json$/i;

/** Opens the reader's files in a figure; where they cannot be read, the figure's notices say why. */
export async function openInLab(lab: Lab, files: readonly File[]): Promise<void> {
  if (files.some(({ name }) => LAYERS.test(name))) return openModelInLab(lab, files);
  const before = lab.store.getState().failure;
  const weights = files.find(({ name }) => WEIGHTS.test(name));
  const images = files.filter(({ name }) => !WEIGHTS.test(name));
  try {
    if (images.length > 0) await lab.loadData(images);
  } catch (error) {
    // The reader who has cancelled it knows; and the end of a run is told by the figure itself.
    const { failure, run } = lab.store.getState();
    const told = failure !== null && failure !== before;
    if (!told && !isAbort(error)) lab.notices.notify(noticeOfImages(error as Error, run !== null));
  }
  if (weights !== undefined) await openModelInLab(lab, weights);
}

/** Has a figure go on from the reader's file of weights, or show the model that is among several files. */
export function openModelInLab(lab: Lab, files: File | readonly File[]): Promise<void> {
  return orAgain(lab, async () => (await fetchLate('openModel'))(lab, files));
}

/** The same with folders that were dropped on it. */
export function openFoldersInLab(lab: Lab, entries: readonly FileSystemEntry[]): Promise<void> {
  return orAgain(lab, async () => (await fetchLate('openFolders'))(lab, entries));
}

/** Does something that needs parts of the page that may not come; where one does not, offers another try. */
async function orAgain(lab: Lab, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch {
    lab.notices.notify({ kind: 'said', says: ({ failure }) => failure.part, retry: () => void orAgain(lab, work) });
  }
}
