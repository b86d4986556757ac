/** What the card of the selected image says; it comes with the card. */
import type { Language } from './index';
import { sample as en } from './sample.en';
import { sample as zh } from './sample.zh';

export interface SampleWords {
  readonly previous: string;
  readonly next: string;
  readonly close: string;
  readonly edit: string;
  readonly pin: string;
  readonly image: string;
  readonly rebuilt: string;
  readonly draws: string;
  readonly draw: (number: string) => string;
  readonly redraw: string;
  readonly rows: Readonly<
    Record<'mu' | 'sigma' | 'rho' | 'reconstruction' | 'kl' | 'klAlone' | 'elbo' | 'gap' | 'logEvidence', string>
  >;
  /** A word on each of the last three. */
  readonly says: Readonly<Record<'elbo' | 'gap' | 'logEvidence', string>>;
  readonly step: (step: string) => string;
  readonly waiting: string;
  readonly unresolved: string;
  /** The same of k among n images. */
  readonly unresolvedOf: (k: string, n: string) => string;
  /** Why there is no p(x). */
  readonly noDensity: string;
  readonly manyAxes: string;
  readonly nats: string;
  readonly all: string;
  readonly allOf: (step: string, taken: string, of: string) => string;
  /** Rows of the means over images. */
  readonly means: Readonly<Record<'elbo' | 'gap' | 'logEvidence', string>>;
  readonly largest: string;
  readonly noGap: string;
  /** The gap of an image, by its name; of none, where that is ''. */
  readonly gapOf: (image: string) => string;
  /** What to do where none is selected. */
  readonly pick: string;
  /** Why there are no means: a decoder alone, or codes that are no numbers. */
  readonly noCodes: string;
  readonly select: (index: string, gap: string) => string;
}

export const sampleWords: Readonly<Record<Language, SampleWords>> = { en, zh };
