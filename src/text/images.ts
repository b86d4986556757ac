/** What is said of the images of a data set; it comes with what shows it, and with the foot of the page. */
import { images as en } from './images.en';
import { images as zh } from './images.zh';
import type { Language } from './index';

/** Whose work images are: three parts of a sentence, of which the second leads to them. */
interface Credit {
  readonly authors: string;
  readonly title: string;
  readonly end: string;
}

/** Sets that are not drawn by the project itself. */
export type CreditedSet = 'uci-digits' | 'mnist' | 'faces';

export interface ImageWords {
  readonly summary: (count: string, width: string, height: string) => string;
  /** What the images of each set are, by its name. */
  readonly sets: Readonly<Record<string, string>>;
  readonly drawn: string;
  readonly credits: Readonly<Record<CreditedSet, Credit>>;
  /** Of strokes: whose hand draws them. */
  readonly hand: string;
  readonly badHand: string;
  readonly character: string;
  readonly groups: Readonly<Record<'all' | 'lower' | 'upper' | 'digits', string>>;
  readonly varies: string;
}

export const imageWords: Readonly<Record<Language, ImageWords>> = { en, zh };
