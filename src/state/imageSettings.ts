/** The settings that say which images a run is of. */
import { defaultSettings, type Key, type Settings } from './settings';

export const OF_IMAGES = ['data', 'variant', 'count', 'size', 'transposed', 'binary'] as const satisfies readonly Key[];

export type OfImages = Pick<Settings, (typeof OF_IMAGES)[number]>;

export const isOfImages = (key: Key): boolean => (OF_IMAGES as readonly Key[]).includes(key);

/** The settings in which a choice of other data does not follow the choices about those before, which say nothing of it. */
export function resetForOtherData(): Partial<OfImages> {
  const { variant, count } = defaultSettings();
  return { variant, count };
}
