/** Shows a model of tfjs-layers in a lab: what of its settings must follow, and what of the model it cannot have. */
import { type NamedBytes, readLayers } from '../formats/layersFiles';
import { checkImages, imagesFor, type WantedImages } from './adoptImages';
import type { Loaded } from './brought';
import { changedKeys } from './checkSetting';
import { usualOfSet } from './imageSettings';
import type { LabRun } from './labRun';
import type { LabState } from './labState';
import { pick } from './pick';
import type { RunAsker } from './runAsker';
import type { Settings } from './settings';

/** Data that can be had in any size. */
const DRAWN = 'strokes' satisfies Settings['data'];

/**
 * Shows the pair that is among these files; nothing is trained then.
 * @throws WeightsError; the run under way stays then, as with an error of images that cannot be had
 */
export async function adoptLayers(
  run: Pick<LabRun, 'adopt'> & { readonly asker: Pick<RunAsker, 'ask'> },
  { settings: before, dataset }: Pick<LabState, 'settings' | 'dataset'>,
  files: readonly (File | NamedBytes)[],
): Promise<Loaded> {
  const pair = readLayers(await Promise.all(files.map(named)));
  const { width, height, hasEncoder } = await run.asker.ask('inspect', { pair });
  const wanted: WantedImages = { inputs: width * height, sides: [width, height] };
  const fits = dataset !== null && dataset.width === width && dataset.height === height;
  // To a decoder alone it does not matter which images there are, as long as they have its size.
  const keeps = fits || hasEncoder || before.data === 'file' || before.data === DRAWN;
  const from: Settings = keeps ? before : { ...before, ...usualOfSet(), data: DRAWN };
  // Nothing says that any image was kept from its training.
  const own = { latent: 2, posterior: 'diagonal', holdout: 0 } as const;
  const settings: Settings = { ...from, ...imagesFor(wanted, from, dataset), ...own };
  await run.adopt({ settings, from: { pair }, check: (images) => checkImages(wanted, images) });
  return { step: 0, changes: pick(settings, changedKeys(settings, before)), hasMoments: false, hasEncoder };
}

async function named(file: File | NamedBytes): Promise<NamedBytes> {
  if (!(file instanceof File)) return file;
  return { path: file.webkitRelativePath || file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}
