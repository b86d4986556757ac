import { BOX_EXCESS } from '../../../src/math/posterior';
import type { Claims } from '../claims';

export const claims: Claims = {
  excess: () => BOX_EXCESS,
};
