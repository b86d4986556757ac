/** What the foot of the page says; it comes with it. */
import { foot as en } from './foot.en';
import { foot as zh } from './foot.zh';
import type { Language } from './index';

export interface FootWords {
  /** Who gave the data, which, and where: three parts of a sentence. */
  readonly data: string;
  readonly dataTitle: string;
  readonly dataEnd: string;
  readonly licences: string;
  readonly cite: string;
  readonly private: string;
}

export const footWords: Readonly<Record<Language, FootWords>> = { en, zh };
