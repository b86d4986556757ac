import { chiSquareTail } from '../../../src/math/chiSquare';
import type { Claims } from '../claims';

/** How many of all draws of two axes lie within so many standard deviations, in per cent. */
const within = (radius: number): number => 100 * (1 - chiSquareTail(radius ** 2, 2));

export const claims: Claims = {
  one: () => within(1),
  two: () => within(2),
};
