/** What two labs that are compared may differ in, and pairs that are worth comparing. */

import { OWN, type OwnKey } from './comparedKeys';
import type { Lab } from './lab';
import { pick } from './pick';
import { defaultSettings, type Settings } from './settings';

type OwnSettings = Pick<Settings, OwnKey>;
type Pair<T> = readonly [left: T, right: T];

const VAE = { beta: 1, noiseScale: 1 } as const;

/** What is different in each of the pairs that are proposed. */
export const PAIRS = {
  models: [{ beta: 0, noiseScale: 0 }, VAE],
  pulls: [VAE, { ...VAE, beta: 8 }],
  shapes: [VAE, { ...VAE, posterior: 'box' }],
  likelihoods: [VAE, { ...VAE, likelihood: 'gaussian' }],
} as const satisfies Readonly<Record<string, Pair<Partial<OwnSettings>>>>;

export type PairName = keyof typeof PAIRS;

export const PAIR_NAMES = Object.keys(PAIRS) as PairName[];

const whole = (pair: Pair<Partial<OwnSettings>>): Pair<OwnSettings> => {
  const [left, right] = pair;
  const usual = pick(defaultSettings(), OWN);
  return [
    { ...usual, ...left },
    { ...usual, ...right },
  ];
};

/** Those of their own settings in which two models differ; what one of them does not use does not count. */
export function differences(left: OwnSettings, right: OwnSettings): readonly OwnKey[] {
  const usesSigmaX = [left, right].every(({ likelihood }) => likelihood === 'gaussian');
  return OWN.filter((key) => left[key] !== right[key] && (key !== 'sigmaX' || usesSigmaX));
}

/** Which of the proposed pairs these are; null for another one. */
export function pairNamed(left: Settings, right: Settings): PairName | null {
  const isPair = (name: PairName): boolean => {
    const [first, second] = whole(PAIRS[name]);
    return differences(first, left).length + differences(second, right).length === 0;
  };
  return PAIR_NAMES.find(isPair) ?? null;
}

/** Compares one of the proposed pairs; both begin again. */
export const choosePair = (labs: Pair<Lab>, name: PairName): void => beginWith(labs, whole(PAIRS[name]));

const ownOf = ({ settings }: Lab): OwnSettings => pick(settings, OWN);

/** Gives each the settings of the other; both begin again. */
export const swap = (labs: Pair<Lab>): void => beginWith(labs, [ownOf(labs[1]), ownOf(labs[0])]);

/** Gives the right one the settings of the left one; both begin again, and are the same model. */
export const copyToRight = (labs: Pair<Lab>): void => beginWith(labs, [ownOf(labs[0]), ownOf(labs[0])]);

/** From the same weights on, so that they differ in nothing but these settings. */
function beginWith(labs: Pair<Lab>, settings: Pair<OwnSettings>): void {
  const restarts = labs.some((lab, i) => lab.settings.posterior !== settings[i]!.posterior);
  labs.forEach((lab, i) => void lab.set(settings[i]!));
  // Another posterior has them begin again by itself.
  if (!restarts) void labs[0].reset();
}
