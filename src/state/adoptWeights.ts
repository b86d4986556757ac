/** Has a lab go on from a file of weights: what of its settings must follow, and what of the file it cannot have. */
import { refuse } from '../formats/weightsError';
import { isOrderOf, sharesOf } from '../math/holdout';
import type { Dataset } from '../worker/libraryProtocol';
import { readWeights, type WeightsFile } from '../worker/weightsFile';
import { checkImages, imagesFor, isAllowed, type WantedImages } from './adoptImages';
import type { Loaded } from './brought';
import { changedKeys, rangeText } from './checkSetting';
import { OF_IMAGES } from './imageSettings';
import type { LabRun } from './labRun';
import type { LabState } from './labState';
import { pick } from './pick';
import { defaultSettings, KEYS, type Key, type Settings, SPECS } from './settings';

/** Settings that say how it is trained here, not what is trained. */
const OF_THE_PLACE: readonly Key[] = ['engine', 'speed'];

/** Settings that the parameters themselves fix. */
const OF_THE_MODEL: readonly Key[] = ['hidden', 'latent', 'activation', 'posterior'];

/**
 * Goes on from the bytes of a file; the lab rests then.
 * @throws WeightsError; the run under way stays then, as with an error of images that cannot be had
 */
export async function adoptWeights(
  run: Pick<LabRun, 'adopt'>,
  { settings: before, dataset }: Pick<LabState, 'settings' | 'dataset'>,
  bytes: Uint8Array,
): Promise<Loaded> {
  const file = readWeights(bytes, before.activation);
  const settings = settingsFor(file, before, dataset);
  const { parameters, trainer } = file;
  const fits = (images: Dataset): boolean =>
    trainer !== null && isOrderOf(trainer.order, sharesOf(images.n, settings.holdout, settings.seed).training);
  await run.adopt({
    settings,
    // The order of other images, or of another choice of them, is of no use.
    from: { origin: (images) => ({ parameters, trainer: fits(images) ? trainer : null, axes: null }) },
    check: (images) => checkImages(wantedBy(file), images),
  });
  const changes = pick(settings, changedKeys(settings, before));
  return { step: parameters.step, changes, hasMoments: file.hasMoments };
}

/** The settings of a lab that goes on from a file. */
function settingsFor(file: WeightsFile, before: Settings, dataset: Dataset | null): Settings {
  const { hidden, latent, activation, posterior } = file.parameters.architecture;
  const model: Partial<Settings> = { hidden, latent, activation, posterior };
  for (const key of OF_THE_MODEL) {
    if (!isAllowed(key, model[key])) {
      const range = rangeText(SPECS[key]);
      const text = `${key} = ${[model[key]].flat().join('-')}`;
      refuse('limits', '', text, `Its ${text}; this page has room for ${range}`);
    }
  }
  // A file that says nothing of images kept from training may be of a run on all of them.
  return { ...before, holdout: 0, ...said(file), ...imagesOf(file, before, dataset), ...model };
}

/** What the file says of its run, as far as it is a setting here. */
function said({ settings }: WeightsFile): Partial<Settings> {
  const known = KEYS.filter((key) => Object.hasOwn(settings, key) && !OF_THE_PLACE.includes(key));
  for (const key of known) {
    if (!isAllowed(key, settings[key])) {
      const text = `${key} = ${JSON.stringify(settings[key])}`;
      refuse('metadata', '', text, `Its settings have ${text}, which this page does not`);
    }
  }
  return pick(settings as Partial<Settings>, known);
}

/** The images that the model is for, as far as this page has them; of others, those that are there. */
function imagesOf(file: WeightsFile, before: Settings, dataset: Dataset | null): Partial<Settings> {
  const { settings } = file;
  if (settings.data === undefined || settings.data === 'file') return imagesFor(wantedBy(file), before, dataset);
  // A file from before there was one of these settings is of images as the default has them, not of the lab's choice.
  const unsaid = OF_IMAGES.filter((key) => !Object.hasOwn(settings, key));
  const side = wantedBy(file).sides?.[0];
  // But at the size that the model is for, where the page can have it.
  const sized = unsaid.includes('size') && isAllowed('size', side) && { size: side as Settings['size'] };
  return { ...pick(defaultSettings(), unsaid), ...sized };
}

function wantedBy({ width, height, parameters }: WeightsFile): WantedImages {
  const { inputs } = parameters.architecture;
  if (width !== null && height !== null && width * height === inputs) return { inputs, sides: [width, height] };
  const side = Math.sqrt(inputs);
  return { inputs, sides: Number.isInteger(side) ? [side, side] : null };
}
