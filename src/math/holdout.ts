import { createRandom } from './random';

/** The stream of the seed that says which images are held out. */
const STREAM = 4;

/** Indices of the images that are trained on, and of those that are only measured; ascending, each image in one of them. */
export interface Shares {
  readonly training: Uint32Array;
  readonly heldOut: Uint32Array;
}

export type Share = keyof Shares;

/**
 * Splits n images at random: without regard to their classes, since training knows none, so that each class is held out
 * as often as the others but for chance. Of one seed a larger share holds all that a smaller one does.
 * @param holdout share of the images that is held out, 0 … 1; one image at least is trained on
 */
export function sharesOf(n: number, holdout: number, seed: number): Shares {
  const order = Uint32Array.from({ length: n }, (_, i) => i);
  const count = Math.min(Math.round(holdout * n), n - 1);
  createRandom(seed, STREAM).shuffle(order);
  return { heldOut: order.slice(0, count).sort(), training: order.slice(count).sort() };
}

/** Whether an order has each image of a share once, and no other. */
export function isOrderOf(order: Uint32Array, share: Uint32Array): boolean {
  const ascending = order.toSorted();
  return ascending.length === share.length && ascending.every((index, i) => index === share[i]);
}
