/** What is said beside settings of the model; it comes with them. */
import { hints as en } from './hints.en';
import { hints as zh } from './hints.zh';
import type { Language } from './index';

export interface Hints {
  /** Of every family of posteriors. */
  readonly posterior: Readonly<Record<'point' | 'isotropic' | 'diagonal' | 'full' | 'box', string>>;
  /** Of what pixels may be. */
  readonly binary: Readonly<Record<'off' | 'threshold' | 'resampled', string>>;
  /** Beside the number of noise samples. */
  readonly samples: string;
  /** Of a σ̃ that is trained. */
  readonly learnedSigma: (sigma: string) => string;
}

export const hints: Readonly<Record<Language, Hints>> = { en, zh };
