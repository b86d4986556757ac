import { en, type Words } from './en';
import { zh } from './zh';

export type { Words };

export type Language = 'en' | 'zh';

export const LANGUAGES: readonly Language[] = ['en', 'zh'];

const WORDS: Readonly<Record<Language, Words>> = { en, zh };

export const wordsOf = (language: Language): Words => WORDS[language];

/** The first of the reader's languages that the page speaks, else English. */
export function preferredLanguage(tags: readonly string[]): Language {
  for (const tag of tags) {
    const language = LANGUAGES.find((candidate) => tag.toLowerCase().startsWith(candidate));
    if (language !== undefined) return language;
  }
  return 'en';
}
