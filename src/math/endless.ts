import type { PlaneAxes } from './planar';
import type { PlanarPosteriors } from './posterior';

/**
 * What the posteriors hold of the plane, where `onPlane` has their picture: on an axis that codes lack they have no end,
 * so that the other alone says what is inside of them.
 */
export const endless = (plane: PlanarPosteriors, [, second]: PlaneAxes): PlanarPosteriors =>
  second >= 0 ? plane : { ...plane, sigma: plane.sigma.map((value, k) => (k % 2 === 0 ? value : Infinity)) };
