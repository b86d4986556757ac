import type { Key } from '../state/settings';

/** Settings whose controls have places of their own: in view, with the images, in the dialog about files, with the layers. */
const IN_VIEW = [
  'data',
  'variant',
  'count',
  'transposed',
  'colour',
  'beta',
  'noiseScale',
  'speed',
  'engine',
] as const satisfies readonly Key[];

/** All others. */
export type FoldedKey = Exclude<Key, (typeof IN_VIEW)[number]>;

/** Whether a setting is folded under “more”. */
export const isFolded = (key: Key): key is FoldedKey => !(IN_VIEW as readonly Key[]).includes(key);
