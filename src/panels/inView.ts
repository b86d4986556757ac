import type { Key } from '../state/settings';

/** Settings with a control of their own in view, where they are of use. */
const IN_VIEW = ['data', 'transposed', 'beta', 'noiseScale', 'speed', 'engine'] as const satisfies readonly Key[];

/** All others. */
export type FoldedKey = Exclude<Key, (typeof IN_VIEW)[number]>;

/** Whether a setting is folded under “more”. */
export const isFolded = (key: Key): key is FoldedKey => !(IN_VIEW as readonly Key[]).includes(key);
