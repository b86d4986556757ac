/** What the square of β and σ says; it comes with it. */
import type { Language } from './index';
import { pad as en } from './pad.en';
import { pad as zh } from './pad.zh';

/** The four models at its corners. */
type Corner = 'autoencoder' | 'pulled' | 'noise' | 'vae';

export interface PadWords {
  readonly value: (beta: string, sigma: string) => string;
  /** How keys move it. */
  readonly hint: string;
  readonly corners: Readonly<Record<Corner, string>>;
  readonly cornerHints: Readonly<Record<Corner, string>>;
}

export const padWords: Readonly<Record<Language, PadWords>> = { en, zh };
