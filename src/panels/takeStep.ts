import type { Lab } from '../state/lab';
import { attempt } from './attempt';

/** Takes one step by hand; where it cannot be taken and the run goes on, the figure's notices say why. */
export const takeStep = (lab: Pick<Lab, 'step' | 'store' | 'notices'>): Promise<void> =>
  attempt(lab, () => lab.step(1));
