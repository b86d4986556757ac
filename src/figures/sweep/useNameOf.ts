import { useCallback } from 'react';
import { short } from '../../panels/numbers';
import type { Sweep, SweepModel } from '../../state/sweep';
import { sweepWords } from '../../text/sweep';
import { usePage } from '../context';

/** What a model of a sweep is called: the setting with its value. */
export function useNameOf({ setting }: Sweep): (model: SweepModel) => string {
  const { language } = usePage();
  return useCallback(
    ({ value }) => sweepWords[language].value(setting, setting === 'seed' ? String(value) : short(value)),
    [setting, language],
  );
}
