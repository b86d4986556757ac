/** The kσ contour of a posterior N(mu, diag sigma²) whose samples use the share s of it: axes k·s·sigma. */
export interface Ellipse {
  /** Centre. */
  readonly x: number;
  readonly y: number;
  /** Semi-axes along z₀ and z₁, ≥ 0. */
  readonly a: number;
  readonly b: number;
}

/** An axis-parallel rectangle, x0 ≤ x1 and y0 ≤ y1. */
export interface Box {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/**
 * The ellipse of code `i`.
 * @param mu N × 2, row-major
 * @param sigma N × 2, row-major
 * @param noiseScale s; at 0 the ellipse is a point
 * @param k how many standard deviations out the contour lies
 */
export function posteriorEllipse(
  mu: ArrayLike<number>,
  sigma: ArrayLike<number>,
  i: number,
  noiseScale: number,
  k = 1,
): Ellipse {
  const scale = k * noiseScale;
  return { x: mu[2 * i]!, y: mu[2 * i + 1]!, a: scale * sigma[2 * i]!, b: scale * sigma[2 * i + 1]! };
}

/** Whether (x, y) lies inside or on the ellipse. One with a semi-axis of 0 has no inside. */
export function ellipseContains(ellipse: Ellipse, x: number, y: number): boolean {
  // 0/0 is NaN and 1/0 infinite: both compare as outside, which is what a point or a segment needs.
  const u = (x - ellipse.x) / ellipse.a;
  const v = (y - ellipse.y) / ellipse.b;
  return u * u + v * v <= 1;
}

export function ellipseBox({ x, y, a, b }: Ellipse): Box {
  return { x0: x - a, y0: y - b, x1: x + a, y1: y + b };
}

export function ellipseArea({ a, b }: Ellipse): number {
  return Math.PI * a * b;
}

/** The point [x, y] of the contour at `angle` of the parametrisation (a cos t, b sin t), in radians. */
export function ellipsePoint({ x, y, a, b }: Ellipse, angle: number): [number, number] {
  return [x + a * Math.cos(angle), y + b * Math.sin(angle)];
}
