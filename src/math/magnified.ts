import type { PlanarPosteriors } from './posterior';
import { roundDown } from './roundDown';

/** A width that is made larger still keeps this share of itself, as does the distance of a correlation from ±1. */
const LEFT = 0.25;

/**
 * How many times as large a change of posteriors may be drawn: 1, 2 or 5 times a power of ten, at least 1, at which no
 * centre goes farther than `room` and no outline loses its shape.
 */
export function magnification(before: PlanarPosteriors, after: PlanarPosteriors, room: number): number {
  let most = Number.POSITIVE_INFINITY;
  const bound = (available: number, change: number): void => {
    if (change > 0) most = Math.min(most, available / change);
  };
  for (let i = 0; i < before.mu.length; i += 2) {
    bound(room, Math.hypot(after.mu[i]! - before.mu[i]!, after.mu[i + 1]! - before.mu[i + 1]!));
  }
  before.sigma.forEach((sigma, i) => {
    const change = after.sigma[i]! - sigma;
    bound((1 - LEFT) * sigma, -change);
    bound(room, change);
  });
  before.correlation?.forEach((rho, i) => {
    const change = (after.correlation?.[i] ?? 0) - rho;
    bound((1 - LEFT) * (1 - Math.sign(change) * rho), Math.abs(change));
  });
  return most === Number.POSITIVE_INFINITY || most < 1 ? 1 : roundDown(most);
}

/** Posteriors on the way from one to another, `share` of it: more than 1 goes on beyond. */
export function between(before: PlanarPosteriors, after: PlanarPosteriors, share: number): PlanarPosteriors {
  const mixed = (from: Float32Array, to: Float32Array): Float32Array =>
    from.map((value, i) => value + share * (to[i]! - value));
  return {
    family: before.family,
    mu: mixed(before.mu, after.mu),
    sigma: mixed(before.sigma, after.sigma),
    correlation:
      before.correlation === null || after.correlation === null ? null : mixed(before.correlation, after.correlation),
  };
}
