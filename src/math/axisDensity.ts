import { BOX_REACH } from './family';
import { unitNoise } from './posterior';
import type { Random } from './random';

/** What a density on one axis may be; a box is uniform on μ ± √3·σ, so that both have the same mean and variance. */
type Shape = 'normal' | 'box';

/** A density on one axis with mean μ and standard deviation σ > 0. */
export interface AxisDensity {
  readonly shape: Shape;
  readonly mu: number;
  readonly sigma: number;
}

/** Standard deviations within which a normal density is integrated: 4e-33 of its mass lies outside. */
const REACH = 12;

/** ln of the density at z, in nats; −∞ where it is 0. */
export function logDensity({ shape, mu, sigma }: AxisDensity, z: number): number {
  const eps = (z - mu) / sigma;
  if (shape === 'normal') return -0.5 * (eps * eps + Math.log(2 * Math.PI)) - Math.log(sigma);
  return Math.abs(eps) <= BOX_REACH ? -Math.log(2 * BOX_REACH * sigma) : Number.NEGATIVE_INFINITY;
}

/** Where the density is not 0: all of the axis for a normal one. */
export function supportOf({ shape, mu, sigma }: AxisDensity): readonly [from: number, to: number] {
  const reach = shape === 'normal' ? Number.POSITIVE_INFINITY : BOX_REACH * sigma;
  return [mu - reach, mu + reach];
}

/** The interval that holds all of its mass, but for what rounding does not tell from none. */
export function reachOf(density: AxisDensity): readonly [from: number, to: number] {
  const [from, to] = supportOf(density);
  const { mu, sigma } = density;
  return [Math.max(from, mu - REACH * sigma), Math.min(to, mu + REACH * sigma)];
}

/** Draws of the density of this shape with mean 0 and variance 1: μ + σ·ε is a draw of another. */
export const unitDraws = (shape: Shape, count: number, random: Random): Float64Array =>
  Float64Array.from({ length: count }, () => unitNoise(shape, random));
