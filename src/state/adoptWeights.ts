/** Has a lab go on from a file of weights: what of its settings must follow, and what of the file it cannot have. */
import { refuse } from '../formats/weightsError';
import type { Dataset } from '../worker/libraryProtocol';
import { readWeights, type WeightsFile } from '../worker/weightsFile';
import { changedKeys, checkSetting, rangeText } from './checkSetting';
import type { Loaded } from './lab';
import type { LabRun } from './labRun';
import type { LabState } from './labState';
import { KEYS, type Key, type Settings, SPECS } from './settings';

/** Settings that say how it is trained here, not what is trained. */
const OF_THE_PLACE: readonly Key[] = ['engine', 'speed'];

/** Settings that the parameters themselves fix. */
const OF_THE_MODEL: readonly Key[] = ['hidden', 'latent', 'activation'];

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
  await run.adopt({
    settings,
    origin: { parameters, trainer, axes: null },
    check: (images) => checkImages(file, images),
  });
  const changes = Object.fromEntries(changedKeys(settings, before).map((key) => [key, settings[key]]));
  return { step: parameters.step, changes, hasMoments: file.hasMoments };
}

/** The settings of a lab that goes on from a file. */
function settingsFor(file: WeightsFile, before: Settings, dataset: Dataset | null): Settings {
  const { hidden, latent, activation } = file.parameters.architecture;
  const model: Partial<Settings> = { hidden, latent: latent as Settings['latent'], activation };
  for (const key of OF_THE_MODEL) {
    if (!isAllowed(key, model[key])) {
      const range = rangeText(SPECS[key]);
      const text = `${key} = ${[model[key]].flat().join('-')}`;
      refuse('limits', '', text, `Its ${text}; this page has room for ${range}`);
    }
  }
  return { ...before, ...said(file), ...imagesFor(file, before, dataset), ...model };
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
  return Object.fromEntries(known.map((key) => [key, settings[key]]));
}

function isAllowed(key: Key, value: unknown): boolean {
  try {
    checkSetting(key, value);
    return true;
  } catch {
    return false;
  }
}

/** The images that the model is for, as far as this page has them; of others, those that are there, at a size that fits. */
function imagesFor(file: WeightsFile, before: Settings, dataset: Dataset | null): Partial<Settings> {
  const { data } = file.settings;
  if (data !== undefined && data !== 'file') return {};
  const present = { data: before.data, size: before.size, transposed: before.transposed };
  if (dataset === null || dataset.width * dataset.height === file.parameters.architecture.inputs) return present;
  const side = sidesOf(file)?.[0];
  return isAllowed('size', side) ? { ...present, size: side as Settings['size'] } : present;
}

/** Pixels across and down; null where neither the file nor their number says it. */
function sidesOf({ width, height, parameters }: WeightsFile): [width: number, height: number] | null {
  const { inputs } = parameters.architecture;
  if (width !== null && height !== null && width * height === inputs) return [width, height];
  const side = Math.sqrt(inputs);
  return Number.isInteger(side) ? [side, side] : null;
}

function checkImages(file: WeightsFile, { width, height }: Dataset): void {
  const { inputs } = file.parameters.architecture;
  const sides = sidesOf(file);
  if (sides === null ? width * height === inputs : width === sides[0] && height === sides[1]) return;
  const wanted = sides === null ? `${inputs}` : sides.join(' × ');
  refuse(
    'images',
    '',
    wanted,
    `It is for images of ${wanted} pixels, and these are ${width} × ${height}: open images of that size first`,
  );
}
