import { useCallback } from 'react';
import { short } from '../../panels/numbers';
import type { Sweep, SweepModel } from '../../state/sweep';
import type { Swept } from '../../state/sweepPlan';
import type { Language } from '../../text';
import { sweepWords } from '../../text/sweep';
import { usePage } from '../context';

/** What a model of a sweep is called: the setting with its value. */
export const nameIn = (language: Language, setting: Swept, value: number): string =>
  sweepWords[language].value(setting, setting === 'seed' ? String(value) : short(value));

/** The same in the language of the page. */
export function useNameOf({ setting }: Sweep): (model: SweepModel) => string {
  const { language } = usePage();
  return useCallback(({ value }) => nameIn(language, setting, value), [setting, language]);
}
