import { short } from '../../panels/numbers';
import type { Key, Settings } from '../../state/settings';
import { formatWidths } from '../../state/widths';
import type { Words } from '../../text';
import type { CompareWords } from '../../text/compare';

/** A setting and its value, inside a sentence. */
export function settingText(key: Key, value: Settings[Key], words: Words, says: CompareWords): string {
  if (key === 'beta' || key === 'noiseScale') return `${says.letters[key]} ${short(Number(value))}`;
  const text =
    typeof value === 'number' && words.choices[key] === undefined
      ? short(value)
      : typeof value === 'object'
        ? formatWidths(value)
        : String(value);
  return says.setting(words.settings[key] ?? key, words.choices[key]?.[text] ?? text);
}
