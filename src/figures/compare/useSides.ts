import { useStore } from 'zustand';
import { short } from '../../panels/numbers';
import type { OwnKey } from '../../state/comparedKeys';
import { differences } from '../../state/comparison';
import type { Lab } from '../../state/lab';
import type { Settings } from '../../state/settings';
import type { Language } from '../../text';
import { compareWords } from '../../text/compare';
import { settingWords } from '../../text/settings';
import { usePage } from '../context';

/** What differs between two models, in words: what each has of it, empty where nothing differs, and all in a sentence. */
export function useSides([left, right]: readonly [Lab, Lab]): {
  readonly own: readonly [left: string, right: string];
  readonly sentence: string;
} {
  const { language } = usePage();
  const says = compareWords[language];
  const ofLeft = useStore(left.store, (state) => state.settings);
  const ofRight = useStore(right.store, (state) => state.settings);
  const keys = differences(ofLeft, ofRight);
  const list = (settings: Settings): string =>
    keys.map((key) => settingText(key, settings[key], language)).join(says.and);
  const own = [list(ofLeft), list(ofRight)] as const;
  return { own, sentence: keys.length === 0 ? says.same : says.differ(...own) };
}

function settingText(key: OwnKey, value: Settings[OwnKey], language: Language): string {
  const says = compareWords[language];
  if (key === 'beta' || key === 'noiseScale') return `${says.letters[key]} ${short(Number(value))}`;
  const { names, choices } = settingWords[language];
  const text = typeof value === 'number' ? short(value) : value;
  return says.setting(names[key], choices[key]?.[text] ?? text);
}
