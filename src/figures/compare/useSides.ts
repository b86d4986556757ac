import { useStore } from 'zustand';
import { differences } from '../../state/comparison';
import type { Lab } from '../../state/lab';
import type { Settings } from '../../state/settings';
import { compareWords } from '../../text/compare';
import { usePage } from '../context';
import { settingText } from './settingText';

/** What differs between two models, in words: what each has of it, empty where nothing differs, and all in a sentence. */
export function useSides([left, right]: readonly [Lab, Lab]): {
  readonly own: readonly [left: string, right: string];
  readonly sentence: string;
} {
  const { language, words } = usePage();
  const says = compareWords[language];
  const ofLeft = useStore(left.store, (state) => state.settings);
  const ofRight = useStore(right.store, (state) => state.settings);
  const isLeftBrought = useStore(left.store, (state) => state.brought);
  const isRightBrought = useStore(right.store, (state) => state.brought);
  const keys = differences(ofLeft, ofRight);
  const list = (settings: Settings): string =>
    keys.map((key) => settingText(key, settings[key], language)).join(says.and);
  const own = [list(ofLeft), list(ofRight)] as const;
  const brought = isLeftBrought ? (isRightBrought ? 'both' : 'left') : isRightBrought ? 'right' : null;
  const differ = keys.length === 0 ? says.same : says.differ(...own, brought === null);
  return { own, sentence: brought === null ? differ : `${differ}${words.space}${says.brought[brought]}` };
}
