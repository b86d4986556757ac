/** The path through the pins and their arithmetic; it comes with that panel. */
import type { Language } from './index';
import { path as en } from './path.en';
import { path as zh } from './path.zh';

export const pathWords: Readonly<Record<Language, typeof en>> = { en, zh };
