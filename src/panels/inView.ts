import type { Key } from '../state/settings';

/** Settings with a control of their own in view, where they are of use; all others are folded under “more”. */
export const IN_VIEW: ReadonlySet<string> = new Set<Key>([
  'data',
  'transposed',
  'beta',
  'noiseScale',
  'speed',
  'engine',
]);
