import type { Density } from '../../math/density';
import type { Level } from '../../math/levels';

/** The aggregated posterior over a window of the plane, at one step of the training. */
export interface DensityField extends Density {
  /** Densities that enclose given shares of it, the smallest share first. */
  readonly levels: readonly Level[];
  readonly step: number;
}
