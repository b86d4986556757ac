/** What messages say; it comes with what shows them. */
import type { Language } from './index';
import { notices as en } from './notices.en';
import { notices as zh } from './notices.zh';

export interface NoticeWords {
  /** What unfolds the messages before those that are shown, and how many they are. */
  readonly earlier: (n: number) => string;
  /** After what could not be done. */
  readonly kept: string;
  readonly defect: (message: string) => string;
  readonly diverged: (step: string, restored: string) => string;
  readonly engineLost: (engine: string, restored: string) => string;
  readonly engineKept: (message: string) => string;
  readonly unknown: (text: string) => string;
  readonly badValue: (text: string, range: string) => string;
  readonly version: (text: string) => string;
}

export const noticeWords: Readonly<Record<Language, NoticeWords>> = { en, zh };
