/** What is said of the pictures that stand for figures of the article where these are not. */
import type { Language } from './index';
import { posters as en } from './posters.en';
import { posters as zh } from './posters.zh';
import type { SectionId } from './titles';

/** Sections with a figure of their own below the text. */
export type PosterId = Exclude<SectionId, 'lab' | 'summary'>;

/** What is to be seen on each. */
export type PosterWords = Readonly<Record<PosterId, string>>;

export const posterWords: Readonly<Record<Language, PosterWords>> = { en, zh };
