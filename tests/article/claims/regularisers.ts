import { AXIS_REGULARISERS } from '../../../src/math/axisRegulariser';
import type { Claims } from '../claims';

const SIGMA = 0.05;

export const claims: Claims = {
  sigma: () => SIGMA,
  simplePull: () => -AXIS_REGULARISERS.simple.bySigma(0, SIGMA),
  klPull: () => -AXIS_REGULARISERS.kl.bySigma(0, SIGMA),
};
