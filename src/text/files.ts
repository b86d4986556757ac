/**
 * Sentences about images that cannot be read. They are fetched when a file fails, and may themselves fail to come: then
 * the English message of the error stands in.
 */
import type { Language } from './index';

export type FileValues = Readonly<Record<string, string | number>>;

export interface FileWords {
  /** By the code of a problem; its values fill the gaps. */
  readonly problems: Readonly<Record<string, (values: FileValues) => string>>;
  /** What a file looks like: a phrase that goes on from "looks like", and what to do about it, '' for nothing. */
  readonly formats: Readonly<Record<string, { readonly name: string; readonly advice: string }>>;
}

/** Rejects where the words cannot be fetched. */
export async function loadFileWords(language: Language): Promise<FileWords> {
  return language === 'zh' ? (await import('./files.zh')).files : (await import('./files.en')).files;
}

/** Said where a panel about files could not be fetched. */
export const filesMissing: Readonly<Record<Language, { readonly sentence: string; readonly again: string }>> = {
  en: { sentence: 'This part could not be loaded.', again: 'Try again' },
  zh: { sentence: '这一部分未能载入。', again: '重试' },
};
