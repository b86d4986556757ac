import { useStore } from 'zustand';
import type { LabEntry } from '../../state/labs';
import { canTrain } from '../../state/lockstep';

/** The one of two labs that the controls of both are of: the left one, while it can train or the other cannot either. */
export function useLeading([left, right]: readonly [LabEntry, LabEntry]): LabEntry {
  const isLeft = useStore(left.lab.store, canTrain);
  const isRight = useStore(right.lab.store, canTrain);
  return isLeft || !isRight ? left : right;
}
