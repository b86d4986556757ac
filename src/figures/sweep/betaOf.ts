import type { Sweep, SweepModel } from '../../state/sweep';

/** The weight of K in the loss of a model of a sweep. */
export const betaOf = ({ setting }: Pick<Sweep, 'setting'>, { value, lab }: SweepModel): number =>
  setting === 'beta' ? value : lab.settings.beta;
