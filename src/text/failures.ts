/** Why a model cannot train, or not with the engine that was asked for; it comes with what says so. */
import { failures as en } from './failures.en';
import { failures as zh } from './failures.zh';
import type { Language } from './index';

export type FailureWords = typeof en;

export const failureWords: Readonly<Record<Language, FailureWords>> = { en, zh };
