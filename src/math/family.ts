/**
 * What a posterior q(z|x) may be, and how it is outlined on the plane; posterior.ts has all else that a family is. Every
 * family samples by
 *
 *     z = μ + s·L·ε,   ε of mean 0 and variance 1 on each axis
 *
 * with a lower triangular L whose diagonal is positive: σ·I (`isotropic`), diag(σ) (`diagonal`, `box`) or any (`full`).
 * ε is normal, of `box` uniform on [−√3, √3]. A `point` is its centre alone.
 */
export const FAMILIES = ['point', 'isotropic', 'diagonal', 'full', 'box'] as const;

export type Family = (typeof FAMILIES)[number];

/** √3: half the side of a box, in standard deviations. */
export const BOX_REACH = Math.sqrt(3);

/** What a posterior's outline is on the plane, whose axes a rectangle is parallel to. */
export type Outline = 'point' | 'ellipse' | 'rectangle';

export function outlineOf(family: Family): Outline {
  if (family === 'point') return 'point';
  return family === 'box' ? 'rectangle' : 'ellipse';
}

/**
 * Half extents of a posterior's outline at kσ, in its standard deviations, where samples use the share s of it: k·s for
 * an ellipse. A box ends at its sides, √3·s, and has nothing outside them at 2σ.
 */
export const outlineReach = (family: Family, k: number, noiseScale: number): number =>
  family === 'box' ? BOX_REACH * Math.min(k, 1) * noiseScale : k * noiseScale;
