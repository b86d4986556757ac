import { short } from '../../panels/numbers';
import type { Settings } from '../../state/settings';
import { formatWidths } from '../../state/widths';
import type { Language } from '../../text';
import { compareWords } from '../../text/compare';
import { type SettingWords, settingWords } from '../../text/settings';

export type SaidKey = keyof SettingWords['names'] | 'beta' | 'noiseScale';

/** A setting and its value, inside a sentence. */
export function settingText(key: SaidKey, value: Settings[SaidKey], language: Language): string {
  const says = compareWords[language];
  if (key === 'beta' || key === 'noiseScale') return `${says.letters[key]} ${short(Number(value))}`;
  const { names, choices } = settingWords[language];
  const text =
    typeof value === 'number' ? short(value) : typeof value === 'object' ? formatWidths(value) : String(value);
  return says.setting(names[key], choices[key]?.[text] ?? text);
}
