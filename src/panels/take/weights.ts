import { WeightsError } from '../../formats/weightsError';
import type { Loaded } from '../../state/brought';
import { isAbort, noticeOfImages } from '../../state/failures';
import type { Lab } from '../../state/lab';
import type { Said } from '../../state/notices';
import type { Key, Settings } from '../../state/settings';
import { settingWords } from '../../text/settings';
import { takeWords } from '../../text/take';
import { writeWeights } from '../../worker/weightsFile';
import { count } from '../numbers';
import { settingName } from '../settingName';

/** The model of a lab as a file: weights, optimiser, settings, and where the run stands. */
export async function weightsOf(lab: Lab): Promise<Blob> {
  const { width, height } = lab.dataset!;
  const { trainer, ...parameters } = await lab.save();
  return new Blob([writeWeights(parameters, trainer, { width, height, settings: { ...lab.settings } })]);
}

/**
 * Has a lab go on from the reader's file of weights, or show the model of tfjs-layers that is among several files; its
 * notices say what became of it.
 * @throws Error where a part of the page did not come that this needs
 */
export async function openModel(lab: Lab, files: File | readonly File[]): Promise<void> {
  const before = lab.settings;
  const name = files instanceof File ? files.name : 'model.json';
  try {
    const loaded = await lab.load(files as File | File[]);
    lab.notices.notify({ kind: 'said', says: (words) => sentenceOf(loaded, name, before, words) });
  } catch (error) {
    tell(lab, name, error);
  }
}

/** What has become of a lab that was brought a model. */
function sentenceOf(
  { step, changes, hasMoments, hasEncoder }: Loaded,
  name: string,
  before: Settings,
  words: Said,
): string {
  const says = takeWords[words.code];
  const turned = (Object.keys(changes) as Key[]).map((key) =>
    says.turned(settingName(key, words), textOf(key, before[key], words), textOf(key, changes[key], words)),
  );
  const shown = hasEncoder === undefined ? says.loaded(name, count(step)) : says.shown[hasEncoder ? 'pair' : 'decoder'];
  return [
    shown,
    turned.length > 0 && says.adapted(turned.join(says.comma)),
    hasEncoder === undefined && !hasMoments && says.freshOptimiser,
  ]
    .filter((sentence) => sentence !== false)
    .join(says.space);
}

/** @throws what no sentence is known for, as of a part that did not come */
function tell(lab: Lab, name: string, error: unknown): void {
  // The reader who has cancelled it knows, and a lab that cannot go on says so itself.
  if (isAbort(error) || lab.store.getState().failure !== null) return;
  if (error instanceof WeightsError) {
    const { fault, message } = error;
    lab.notices.notify({
      kind: 'said',
      says: ({ code }) => takeWords[code].refused(name, takeWords[code].fault(fault, message)),
    });
  } else if (isOfImages(error)) {
    lab.notices.notify(noticeOfImages(error as Error, lab.store.getState().run !== null));
  } else {
    throw error;
  }
}

const isOfImages = (error: unknown): boolean => ['DataError', 'WorkerError'].includes((error as Error).name);

const textOf = (key: Key, value: unknown, { choices, code }: Said): string => {
  if (Array.isArray(value)) return value.length === 0 ? takeWords[code].noLayers : value.join('–');
  const named: Partial<Record<Key, Readonly<Record<string, string>>>> = { ...choices, ...settingWords[code].choices };
  return named[key]?.[String(value)] ?? String(value);
};
