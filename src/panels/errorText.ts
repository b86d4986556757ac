import { seenOnlyOf } from '../state/seenOnly';
import type { Language } from '../text';
import { seenOnlySentences } from '../text/seenOnly';
import { count } from './numbers';

/**
 * Why something could not be done, in the reader's language where that is known to be a matter of the moment; else as
 * the error says it.
 */
export function errorText(error: unknown, language: Language): string {
  const seenOnly = seenOnlyOf(error);
  if (seenOnly !== null) return seenOnlySentences[language](count(seenOnly.step), count(seenOnly.base));
  return error instanceof Error ? error.message : String(error);
}
