import { logPriorDensity } from '../../../src/math/normal';
import type { Claims } from '../claims';

/** A normal is 1/(σ·√2π) high in its middle: 1 at this σ. */
export const claims: Claims = {
  narrow: () => Math.exp(logPriorDensity(0, 0) / 2),
};
