import type { SweepSpec } from './figureSpec';
import type { LabEntry, Labs } from './labs';

/** The lab that the models of a sweep are like in everything that is not swept. */
export const baseOf = ({ base }: SweepSpec, labs: Pick<Labs, 'all' | 'entry'>): LabEntry =>
  (base === null ? undefined : labs.entry(base)) ?? labs.all[0]!;
