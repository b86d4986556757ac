import { useStore } from 'zustand';
import { short } from '../../panels/numbers';
import { differences } from '../../state/comparison';
import type { Lab } from '../../state/lab';
import type { Key, Settings } from '../../state/settings';
import { formatWidths } from '../../state/widths';
import type { Words } from '../../text';
import { type CompareWords, compareWords } from '../../text/compare';
import { usePage } from '../context';

/** What differs between two models, in words: what each has of it, empty where nothing differs, and all in a sentence. */
export function useSides([left, right]: readonly [Lab, Lab]): {
  readonly own: readonly [left: string, right: string];
  readonly sentence: string;
} {
  const { words, language } = usePage();
  const says = compareWords[language];
  const ofLeft = useStore(left.store, (state) => state.settings);
  const ofRight = useStore(right.store, (state) => state.settings);
  const keys = differences(ofLeft, ofRight);
  const list = (settings: Settings): string =>
    keys.map((key) => settingText(key, settings[key], words, says)).join(says.and);
  const own = [list(ofLeft), list(ofRight)] as const;
  return { own, sentence: keys.length === 0 ? says.same : says.differ(...own) };
}

function settingText(key: Key, value: Settings[Key], words: Words, says: CompareWords): string {
  if (key === 'beta' || key === 'noiseScale') return `${says.letters[key]} ${short(Number(value))}`;
  const text =
    typeof value === 'number' && words.choices[key] === undefined
      ? short(value)
      : typeof value === 'object'
        ? formatWidths(value)
        : String(value);
  return says.setting(words.settings[key] ?? key, words.choices[key]?.[text] ?? text);
}
