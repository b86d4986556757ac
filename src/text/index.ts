import { importer } from '../platform/importer';
import { en, type Words } from './en';

export type { Words };

export type Language = 'en' | 'zh';

/** The languages of the page, by their own names. */
export const LANGUAGES: readonly { readonly code: Language; readonly tag: string; readonly ownName: string }[] = [
  { code: 'en', tag: 'en', ownName: 'English' },
  { code: 'zh', tag: 'zh-Hans', ownName: '中文' },
];

const fetchChinese = importer(() => import('./zh'));

/**
 * The words of a language; English is part of the page, others are fetched when they are wanted.
 * @throws Error where they do not come; a later call tries again
 */
export async function loadWords(language: Language): Promise<Words> {
  return language === 'en' ? en : (await fetchChinese()).zh;
}

/** The reader's language: what was chosen, else the first of theirs that the page speaks. */
export const languageOf = (chosen: Language | 'auto', tags: readonly string[]): Language =>
  chosen === 'auto' ? preferredLanguage(tags) : chosen;

/** The first of the reader's languages that the page speaks, else English. */
export function preferredLanguage(tags: readonly string[]): Language {
  for (const tag of tags) {
    const language = LANGUAGES.find(({ code }) => tag.toLowerCase().startsWith(code));
    if (language !== undefined) return language.code;
  }
  return 'en';
}
