/** The principal axes of an ellipse. */
export interface PrincipalAxes {
  /** Semi-axes, major ≥ minor ≥ 0. */
  readonly major: number;
  readonly minor: number;
  /** Of the major axis with the first axis, counter-clockwise, in radians, in (−π/2, π/2]. */
  readonly angle: number;
}

/**
 * The axes of the ellipse that reaches a and b along the two axes, with the correlation ρ: roots of the eigenvalues of
 * [[a², ρab], [ρab, b²]], and the direction of the larger.
 */
export function principalAxes(a: number, b: number, rho: number): PrincipalAxes {
  const [xx, yy, xy] = [a * a, b * b, rho * a * b];
  const centre = (xx + yy) / 2;
  const away = Math.hypot((xx - yy) / 2, xy);
  const major = Math.sqrt(centre + away);
  // As det over the larger: centre − away loses its digits where it is small.
  const minor = major > 0 ? (a * b * Math.sqrt(Math.max(0, 1 - rho * rho))) / major : 0;
  return { major, minor, angle: Math.atan2(2 * xy, xx - yy) / 2 };
}
