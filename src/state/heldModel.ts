/** The model of a lab as it is now, to be shown in another lab, or in the same one again. */
import type { Source } from '../worker/libraryProtocol';
import type { Saved } from '../worker/protocol';
import { OF_FILES } from './imageSettings';
import type { Lab } from './lab';
import { pick } from './pick';
import type { Key, Settings } from './settings';

interface HeldModel {
  readonly settings: Settings;
  /** Where the reader's own images come from, of a model of such. */
  readonly images: Source | null;
  /** null of a lab that has had no run yet: it is at its beginning. */
  readonly saved: Saved | null;
}

/** Settings of how a lab is shown and how fast it goes, which a model that is shown in it leaves as they are. */
const OF_THE_LAB = ['speed', 'engine', 'axisX', 'axisY', 'colour'] as const satisfies readonly Key[];

/** @throws as `Lab.save`: what is only looked at cannot be saved */
export async function holdModel(lab: Lab): Promise<HeldModel> {
  const { settings, ownImages } = lab;
  const images = settings.data === 'file' ? ownImages : null;
  return { settings, images, saved: lab.store.getState().run === null ? null : await lab.save() };
}

/** Sets a lab's settings and loads the parameters, so that it goes on from where the model is. */
export async function showModel(lab: Lab, { settings, images, saved }: HeldModel): Promise<void> {
  // The lab may have opened other images since.
  if (images !== null && images !== lab.ownImages) await openImages(lab, images, settings);
  await lab.set({ ...settings, ...pick(lab.settings, OF_THE_LAB) });
  await (saved === null ? lab.reset() : lab.load(saved));
}

/** Opens images of the reader's own, read and arranged as they were: at once, since a reading may take long. */
async function openImages(lab: Lab, source: Source, settings: Settings): Promise<void> {
  if (source.kind === 'set') throw new TypeError(`Images of ${source.kind} are not the reader's own`);
  const treatment = { ...source.reading, ...pick(settings, [...OF_FILES, 'binary']) };
  await lab.loadData(source.kind === 'files' ? source.files : source.urls[0]!, treatment);
}
