import { en, type Words } from './en';

export type { Words };

export type Language = 'en' | 'zh';

/** The languages of the page, by their own names. */
export const LANGUAGES: readonly { readonly code: Language; readonly tag: string; readonly ownName: string }[] = [
  { code: 'en', tag: 'en', ownName: 'English' },
  { code: 'zh', tag: 'zh-Hans', ownName: '中文' },
];

/** The words of a language; English is part of the page, others are fetched when they are wanted. */
export async function loadWords(language: Language): Promise<Words> {
  return language === 'en' ? en : (await import('./zh')).zh;
}

/** The first of the reader's languages that the page speaks, else English. */
export function preferredLanguage(tags: readonly string[]): Language {
  for (const tag of tags) {
    const language = LANGUAGES.find(({ code }) => tag.toLowerCase().startsWith(code));
    if (language !== undefined) return language.code;
  }
  return 'en';
}
