/** What happened to runs; it comes with what guards them. */
import { guard as en } from './guard.en';
import { guard as zh } from './guard.zh';
import type { Language } from './index';

export type GuardWords = typeof en;

export const guardWords: Readonly<Record<Language, GuardWords>> = { en, zh };
