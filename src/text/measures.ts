/** What the table of numbers says; it comes with the table. */
import type { Language } from './index';
import { measures as en } from './measures.en';
import { measures as zh } from './measures.zh';

/** Measures that the table has a row for. */
type Row =
  | 'reconstruction'
  | 'kl'
  | 'elbo'
  | 'mutualInformation'
  | 'aggregateKl'
  | 'activeAxes'
  | 'meanSigma'
  | 'spread';

export interface MeasureWords {
  readonly caption: string;
  readonly name: string;
  readonly value: string;
  readonly rows: Readonly<Record<Row, string>>;
  /** The name of a measure that is taken on the two axes of the plane, not on all. */
  readonly plane: (name: string) => string;
  /** In the place of the ELBO where it is none. */
  readonly notElbo: string;
  readonly coverage: (scale: string) => string;
  readonly coverageOfPoints: string;
  readonly nats: string;
}

export const measureWords: Readonly<Record<Language, MeasureWords>> = { en, zh };
