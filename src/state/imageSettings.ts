/** The settings that say which images a run is of. */
import { pick } from './pick';
import { defaultSettings, type Key, type Settings } from './settings';

export const OF_IMAGES = ['data', 'variant', 'count', 'size', 'transposed', 'binary'] as const satisfies readonly Key[];

export type OfImages = Pick<Settings, (typeof OF_IMAGES)[number]>;

export const isOfImages = (key: Key): boolean => (OF_IMAGES as readonly Key[]).includes(key);

/** How the reader's own images are arranged. */
export const OF_FILES = ['count', 'size', 'transposed'] as const satisfies readonly (keyof OfImages)[];

export type OfFiles = Pick<Settings, (typeof OF_FILES)[number]>;

/** Which images there are of a set that nothing has been chosen of. */
export const usualOfSet = (): Pick<OfImages, 'variant' | 'count'> => pick(defaultSettings(), ['variant', 'count']);

/** How files are arranged that nothing has been chosen of: all of their images, in the size and order that they have. */
export const usualOfFiles = (): OfFiles => pick(defaultSettings(), OF_FILES);

/**
 * The settings that change with a choice of other data, since what was chosen of those before says nothing of them. A size
 * that was chosen of the site's sets is meant for all of them.
 * @param size what was last chosen of those sets, for when they follow the reader's own images
 * @param own how these were arranged when they were last trained on, where they were
 */
export function changedWithData(
  data: Settings['data'],
  before: Pick<Settings, 'data'>,
  size: Settings['size'],
  own: Partial<OfFiles>,
): Partial<OfImages> {
  return {
    ...usualOfSet(),
    ...(before.data === 'file' && { ...usualOfFiles(), size }),
    ...(data === 'file' && own),
  };
}
