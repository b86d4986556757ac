import { KEYS, type Key } from './settings';

/** Settings that each of two compared models has for itself, besides β and σ. */
export const OWN_FOLDED = ['posterior', 'likelihood', 'sigmaX', 'regulariser'] as const satisfies readonly Key[];

/** Settings that each has for itself; images, seed, batches, network and pace are the same in both. */
export const OWN = ['beta', 'noiseScale', ...OWN_FOLDED] as const;

export type OwnKey = (typeof OWN)[number];

const isOwn = (key: Key): boolean => (OWN as readonly Key[]).includes(key);

/** Settings that both have in common. */
export const COMMON: readonly Key[] = KEYS.filter((key) => !isOwn(key));
