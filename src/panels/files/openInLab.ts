import { isAbort, noticeOfImages } from '../../state/failures';
import { usualOfFiles } from '../../state/imageSettings';
import type { Lab } from '../../state/lab';
import type { LabFailure } from '../../state/labState';
import type { Figure } from '../context';
import { fetchLate } from '../fetchLate';
import { areModel, isWeights } from './kinds';

/**
 * Opens the reader's files in a figure: shows images before they are trained on, and has the lab go on from weights or
 * show a model. Images that come with weights are those that the weights are of, and are trained on at once. Where files
 * cannot be read, the figure's notices say why.
 */
export async function openInLab(figure: Pick<Figure, 'lab' | 'site'>, files: readonly File[]): Promise<void> {
  const { lab } = figure;
  if (await areModel(files)) return openModelInLab(lab, files);
  const images: File[] = [];
  let weights: File | null = null;
  for (const file of files) {
    if (await isWeights(file)) weights ??= file;
    else images.push(file);
  }
  if (weights === null) return orAgain(lab, async () => (await fetchLate('inspect'))(figure, images));
  if (images.length > 0) {
    const { failure } = lab.store.getState();
    await lab.loadData(images, usualOfFiles()).catch((error: Error) => tellOfImages(lab, error, failure));
  }
  await openModelInLab(lab, weights);
}

/** Shows the reader's own images of a figure again, as they are read now, to make other choices. */
export async function inspectAgain(figure: Pick<Figure, 'lab' | 'site'>): Promise<void> {
  const { lab } = figure;
  const own = lab.ownImages;
  if (own?.kind !== 'files') return;
  await orAgain(lab, async () => (await fetchLate('inspect'))(figure, own.files, own.reading ?? {}));
}

/**
 * Says in the figure's notices why images cannot be read.
 * @param before what the figure told of itself before that
 * @param again reads them once more: offered where what reads them did not come
 */
export function tellOfImages(lab: Lab, error: Error, before: LabFailure | null, again?: () => void): void {
  // The reader who has cancelled it knows; and the end of a run is told by the figure itself.
  const { failure, run } = lab.store.getState();
  const told = failure !== null && failure !== before;
  if (told || isAbort(error)) return;
  const notice = noticeOfImages(error, run !== null);
  const mayHelp = notice.kind === 'data' && notice.problem?.code === 'readers';
  lab.notices.notify(mayHelp && again !== undefined ? { ...notice, retry: again } : notice);
}

/** Has a figure go on from the reader's file of weights, or show the model that is among several files. */
export function openModelInLab(lab: Lab, files: File | readonly File[]): Promise<void> {
  return orAgain(lab, async () => (await fetchLate('openModel'))(lab, files));
}

/** Does something that needs parts of the page that may not come; where one does not, offers another try. */
async function orAgain(lab: Lab, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch {
    lab.notices.notify({ kind: 'said', says: ({ failure }) => failure.part, retry: () => void orAgain(lab, work) });
  }
}
