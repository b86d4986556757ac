/** What is said of how much of a run the plane draws; it comes after the first picture. */
import { drawn as en } from './drawn.en';
import { drawn as zh } from './drawn.zh';
import type { Language } from './index';

export interface DrawnWords {
  /** Of the images. */
  readonly some: (drawn: string, all: string) => string;
  /** At fewer pixels than the screen has. */
  readonly coarser: string;
  /** It is less so that the page keeps up. */
  readonly untilRest: string;
}

export const drawnWords: Readonly<Record<Language, DrawnWords>> = { en, zh };
