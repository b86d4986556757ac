/** The distribution function of the standard normal, and its tails. */

const SQRT_2PI = Math.sqrt(2 * Math.PI);

/**
 * Upper tail over e^{−x²/2}, for x ≥ 0: what is left of 1 − Φ(x) when its steep factor is taken out.
 *
 * Rational approximation 5666 of Hart et al., Computer Approximations (1968), continued fraction above x = 5√2, as
 * combined by West, Better Approximations to Cumulative Normal Functions (Wilmott, 2005). It is made for small
 * absolute error; relative error 5e-11 up to x = 5, 1e-8 at worst (around x = 7).
 */
function scaledUpperTail(x: number): number {
  if (x >= 7.07106781186547) {
    return 1 / (SQRT_2PI * (x + 1 / (x + 2 / (x + 3 / (x + 4 / (x + 0.65))))));
  }
  const numerator =
    (((((0.03526249659989109 * x + 0.7003830644436881) * x + 6.37396220353165) * x + 33.912866078383) * x +
      112.0792914978709) *
      x +
      221.2135961699311) *
      x +
    220.2068679123761;
  const denominator =
    ((((((0.08838834764831845 * x + 1.755667163182642) * x + 16.06417757920695) * x + 86.78073220294608) * x +
      296.5642487796737) *
      x +
      637.3336333788311) *
      x +
      793.8265125199484) *
      x +
    440.4137358247522;
  return numerator / denominator;
}

/** 1 − Φ(x) for x ≥ 0; below the smallest double from 38.5 on. */
function upperTail(x: number): number {
  return x > 38.5 ? 0 : Math.exp(-0.5 * x * x) * scaledUpperTail(x);
}

/** ln of the standard normal density of the plane, the prior p(z) of two axes. */
export const logPriorDensity = (x: number, y: number): number => -0.5 * (x * x + y * y) - Math.log(2 * Math.PI);

/** Φ(x), the share of a standard normal below x. Absolute error below 1e-15; Φ(±∞) is 1 and 0. */
export function normalCdf(x: number): number {
  return x <= 0 ? upperTail(-x) : 1 - upperTail(x);
}
