/**
 * Sentences about images that cannot be read. They are fetched when a file fails, and may themselves fail to come: then
 * the English message of the error stands in.
 */
import { importer } from '../platform/importer';
import type { Language } from './index';

export type FileValues = Readonly<Record<string, string | number>>;

export interface FileWords {
  /** By the code of a problem; its values fill the gaps. */
  readonly problems: Readonly<Record<string, (values: FileValues) => string>>;
  /** What a file looks like: a phrase that goes on from "looks like", and what to do about it, '' for nothing. */
  readonly formats: Readonly<Record<string, { readonly name: string; readonly advice: string }>>;
}

const FETCH: Readonly<Record<Language, () => Promise<{ readonly files: FileWords }>>> = {
  en: importer(() => import('./files.en')),
  zh: importer(() => import('./files.zh')),
};

/** @throws Error (as a rejection) where the words do not come; a later call tries again */
export async function loadFileWords(language: Language): Promise<FileWords> {
  return (await FETCH[language]()).files;
}
