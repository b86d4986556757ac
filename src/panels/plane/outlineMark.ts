import type { OutlineMark } from '../../draw/outline';
import { outlineOf } from '../../math/family';
import type { PlanarPosteriors } from '../../math/posterior';

/** The outline of posterior i, in latent units. @param reach its half extents, in standard deviations */
export function outlineMark(
  { family, mu, sigma, correlation }: PlanarPosteriors,
  i: number,
  reach: number,
): OutlineMark {
  return {
    outline: outlineOf(family),
    x: mu[2 * i]!,
    y: mu[2 * i + 1]!,
    a: reach * sigma[2 * i]!,
    b: reach * sigma[2 * i + 1]!,
    rho: correlation?.[i] ?? 0,
  };
}
