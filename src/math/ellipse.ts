/**
 * The shape of a Gaussian on the plane. Its density at (dx, dy) from its centre is exp(−½(u² + v²))/(2π·area) with
 * v = rise·dy and u = run·(dx − shear·dy).
 */
export interface Ellipse {
  readonly run: number;
  readonly rise: number;
  readonly shear: number;
  /** Root of the covariance's determinant: product of the semi-axes of the 1σ contour. */
  readonly area: number;
  /** Standard deviations of the axes of the plane. */
  readonly sigmaX: number;
  readonly sigmaY: number;
  /** The shorter semi-axis, and the unit vector along it. */
  readonly shortest: number;
  readonly acrossX: number;
  readonly acrossY: number;
}

/**
 * By the eigenvalues of the covariance, which are made no smaller than asked for.
 * @param sigmaX standard deviation along x, ≥ 0; `sigmaY` along y
 * @param correlation in [−1, 1]
 * @param narrowest the least semi-axis, > 0
 * @param longest the most that the longer semi-axis may be over the shorter
 */
export function ellipseOf(
  sigmaX: number,
  sigmaY: number,
  correlation: number,
  narrowest: number,
  longest = Infinity,
): Ellipse {
  const covariance = correlation * sigmaX * sigmaY;
  const difference = 0.5 * (sigmaX * sigmaX - sigmaY * sigmaY);
  const spread = Math.sqrt(difference * difference + covariance * covariance);
  const greater = 0.5 * (sigmaX * sigmaX + sigmaY * sigmaY) + spread;
  const determinant = (sigmaX * sigmaY) ** 2 * (1 - correlation * correlation);
  const large = Math.max(greater, narrowest ** 2);
  const small = Math.max(greater > 0 ? determinant / greater : 0, large / longest ** 2, narrowest ** 2);
  // Squares of the cosine and sine of the longer axis' direction: their difference is the cosine of twice the angle.
  const cos2 = spread > 0 ? 0.5 * (1 + difference / spread) : 1;
  const sin2 = 1 - cos2;
  const xx = small + (large - small) * cos2;
  const yy = small + (large - small) * sin2;
  const xy = spread > 0 ? (0.5 * (large - small) * covariance) / spread : 0;
  const area = Math.sqrt(large * small);
  return {
    run: Math.sqrt(yy) / area,
    rise: 1 / Math.sqrt(yy),
    shear: xy / yy,
    area,
    sigmaX: Math.sqrt(xx),
    sigmaY: Math.sqrt(yy),
    shortest: Math.sqrt(small),
    acrossX: covariance < 0 ? Math.sqrt(sin2) : -Math.sqrt(sin2),
    acrossY: Math.sqrt(cos2),
  };
}
