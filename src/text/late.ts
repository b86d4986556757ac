/** Words of parts that are fetched when the picture is there, or later, and of no one of them alone. */
import type { Language } from './index';
import { late as en } from './late.en';
import { late as zh } from './late.zh';

export type LateWords = typeof en;

export const lateWords: Readonly<Record<Language, LateWords>> = { en, zh };
