/** What is said of codes drawn from the prior; it comes with them. */
import type { Language } from './index';
import { prior as en } from './prior.en';
import { prior as zh } from './prior.zh';

export interface PriorWords {
  /** How many there are, which share of all such codes is within 1σ on the plane, and how many of these. */
  readonly what: (count: string, share: string, within: string) => string;
  /** The outlines that are looked at. @param shown how many there are, where those of some images are left out */
  readonly those: (many: string, shown: string | null) => string;
  /** Where all of them are within reach of those. @param twice whether at 2σ; else at all that they have, as boxes */
  readonly allReached: (those: string, twice: boolean) => string;
  /** How many are not. @param isAll whether no image's outline is left out */
  readonly hollow: (those: string, count: string, twice: boolean, isAll: boolean) => string;
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
