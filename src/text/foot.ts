/** What the foot of the page says; it comes with it. */
import { foot as en } from './foot.en';
import { foot as zh } from './foot.zh';
import type { Language } from './index';

export interface FootWords {
  /** Before those whose work the images are. */
  readonly data: string;
  readonly licences: string;
  readonly cite: string;
  readonly private: string;
}

export const footWords: Readonly<Record<Language, FootWords>> = { en, zh };
