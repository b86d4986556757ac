import { useStore } from 'zustand';
import { differences, pairNamed } from '../../state/comparison';
import type { Lab } from '../../state/lab';
import type { LabState } from '../../state/labState';
import type { Settings } from '../../state/settings';
import { compareWords } from '../../text/compare';
import { usePage } from '../context';
import { settingText } from './settingText';

/**
 * What differs between two models, in words: what each has of it, empty where nothing differs, and all in a sentence. Names
 * are what the models are, where that has a name, and else the same as what each has of its own.
 */
export function useSides([left, right]: readonly [Lab, Lab]): {
  readonly own: readonly [left: string, right: string];
  readonly names: readonly [left: string, right: string];
  readonly sentence: string;
} {
  const { language, words } = usePage();
  const says = compareWords[language];
  const ofLeft = useStore(left.store, (state) => state.settings);
  const ofRight = useStore(right.store, (state) => state.settings);
  const brought = [useStore(left.store, broughtTo), useStore(right.store, broughtTo)];
  const keys = differences(ofLeft, ofRight);
  const list = (settings: Settings): string =>
    keys.map((key) => settingText(key, settings[key], language)).join(says.and);
  const own = [list(ofLeft), list(ofRight)] as const;
  const names = pairNamed(ofLeft, ofRight) === 'models' ? says.models : own;
  const apart = brought.flatMap((what, side) => (what === null ? [] : [says.brought[what](says.sides[side]!)]));
  const differ = keys.length === 0 ? says.same : says.differ(...own, apart.length === 0);
  const rest = apart.length === 0 ? [] : [...apart, says.rejoin];
  return { own, names, sentence: [differ, ...rest].join(words.space) };
}

/** What a lab shows in the place of a model from its seed: weights that it goes on from, or a model that it does not train. */
function broughtTo({ brought, run }: LabState): 'weights' | 'layers' | null {
  if (!brought) return null;
  return run?.engine === 'layers' ? 'layers' : 'weights';
}
