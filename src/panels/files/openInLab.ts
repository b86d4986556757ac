import { importer } from '../../platform/importer';
import { isAbort, noticeOfImages } from '../../state/failures';
import type { Lab } from '../../state/lab';

const importWeights = importer(() => import('../take/weights'));

/** Names of files of weights; all others are taken for images. */
const WEIGHTS = /\.safetensors$/i;

/** Opens the reader's files in a figure; where they cannot be read, the figure's notices say why. */
export async function openInLab(lab: Lab, files: readonly File[]): Promise<void> {
  const weights = files.find(({ name }) => WEIGHTS.test(name));
  const images = files.filter(({ name }) => !WEIGHTS.test(name));
  try {
    if (images.length > 0) await lab.loadData(images);
  } catch (error) {
    // The reader who has cancelled it knows.
    if (!isAbort(error)) lab.notices.notify(noticeOfImages(error as Error));
  }
  if (weights !== undefined) await openWeightsInLab(lab, weights);
}

/** Has a figure's model go on from the reader's file of weights. */
export async function openWeightsInLab(lab: Lab, file: File): Promise<void> {
  try {
    await (await importWeights()).openWeights(lab, file);
  } catch {
    lab.notices.notify({
      kind: 'said',
      says: ({ failure }) => failure.part,
      retry: () => void openWeightsInLab(lab, file),
    });
  }
}
