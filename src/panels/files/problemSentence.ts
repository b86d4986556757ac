import { useEffect, useState } from 'react';
import type { Language } from '../../text';
import { type FileWords, loadFileWords } from '../../text/files';
import type { DataProblem } from '../../worker/libraryProtocol';

/**
 * What is wrong with images, in the language of the words.
 * @param words null where they could not be fetched
 * @param message the English sentence of the error, for what has no other
 */
export function problemSentence(problem: DataProblem | null, words: FileWords | null, message: string): string {
  if (problem === null) return message;
  return words?.problems[problem.code]?.(problem.values) ?? message;
}

/** The same with words that are fetched when they are needed; null while they come. */
export function useProblemSentence(problem: DataProblem | null, message: string, language: Language): string | null {
  const [loaded, setLoaded] = useState<{ language: Language; words: FileWords | null } | null>(null);
  useEffect(() => {
    if (problem === null) return;
    let mounted = true;
    const take = (words: FileWords | null): void => {
      if (mounted) setLoaded({ language, words });
    };
    loadFileWords(language).then(take, () => take(null));
    return () => {
      mounted = false;
    };
  }, [problem, language]);
  if (problem === null) return message;
  return loaded?.language === language ? problemSentence(problem, loaded.words, message) : null;
}
