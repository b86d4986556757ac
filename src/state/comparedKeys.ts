import { KEYS, type Key } from './settings';

/** Settings that each has for itself; images, seed, batches, network and pace are the same in both. */
export const OWN = [
  'beta',
  'noiseScale',
  'posterior',
  'likelihood',
  'sigmaX',
  'regulariser',
] as const satisfies readonly Key[];

/** Settings that both have in common. */
export const COMMON: readonly Key[] = KEYS.filter((key) => !(OWN as readonly Key[]).includes(key));
