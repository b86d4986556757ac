/** What is said of codes drawn from the prior; it comes with them. */
import type { Language } from './index';
import { prior as en } from './prior.en';
import { prior as zh } from './prior.zh';

export interface PriorWords {
  /** How many there are, which share of all such codes is within 1σ on the plane, and how many of these. */
  readonly what: (count: string, share: string, within: string) => string;
  /** Where all of them are within reach of the posteriors. */
  readonly allReached: (many: string) => string;
  /** How many are not. */
  readonly hollow: (many: string, count: string) => string;
  /** Where posteriors have no width. */
  readonly points: string;
  /** Where there are no posteriors. */
  readonly decoderAlone: string;
  /** Where the plane does not show all of a code. */
  readonly axes: (axes: string) => string;
  readonly redraw: string;
  readonly pin: (number: string, x: string, y: string) => string;
  /** After the words of `pin`. */
  readonly outOfReach: string;
}

export const priorWords: Readonly<Record<Language, PriorWords>> = { en, zh };
