/** What the figure says that compares two models; it comes with the figure. */
import { compare as en } from './compare.en';
import { compare as zh } from './compare.zh';
import type { Language } from './index';

/** As src/state/comparison.ts has them. */
type PairName = 'models' | 'pulls' | 'shapes' | 'likelihoods';

export interface CompareWords {
  readonly title: string;
  readonly caption: string;
  readonly sides: readonly [left: string, right: string];
  /** What the two of the pair `models` are. */
  readonly models: readonly [left: string, right: string];
  /** β and σ, whose names are letters. */
  readonly letters: Readonly<Record<'beta' | 'noiseScale', string>>;
  /** A setting and its value, inside a sentence. */
  readonly setting: (name: string, value: string) => string;
  /** Between several settings. */
  readonly and: string;
  /** What differs, by what each has of it. @param rest whether all else is the same */
  readonly differ: (left: string, right: string, rest: boolean) => string;
  /** Where they have the same settings. */
  readonly same: string;
  /** Where something was opened on one side, or on each. */
  readonly brought: Readonly<Record<'weights' | 'layers', (side: string) => string>>;
  /** How both begin alike again. */
  readonly rejoin: string;
  readonly pair: string;
  readonly pairs: Readonly<Record<PairName, string>>;
  /** In the list of pairs, for any that is not in it. */
  readonly other: string;
  readonly swap: string;
  readonly copy: string;
  /** Of the two buttons and the list. */
  readonly begins: string;
  /** Settings that each model has for itself. */
  readonly own: string;
  readonly numbersAt: (left: string, right: string) => string;
  /** Behind a number of the images that are trained on. */
  readonly heldOut: (value: string) => string;
}

export const compareWords: Readonly<Record<Language, CompareWords>> = { en, zh };
