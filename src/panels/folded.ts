/** Which settings are folded under “more”: those whose controls have no place of their own. */
import type { Key } from '../state/settings';

/** Settings that have one: in view, with the images, in the dialog about files, with the layers. */
const PLACED = [
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

export type FoldedKey = Exclude<Key, (typeof PLACED)[number]>;

export const isFolded = (key: Key): key is FoldedKey => !(PLACED as readonly Key[]).includes(key);
