import type { Density } from './density';

/** A share of q̄'s mass, and the density above which it lies. */
export interface Level {
  readonly mass: number;
  readonly density: number;
}

/** What the prior's kσ circle holds of the prior: 1 − e^{−k²/2}; 39.3 %, 86.5 % and 98.9 % for k = 1, 2, 3. */
export const priorMassWithin = (k: number): number => -Math.expm1(-0.5 * k * k);

/**
 * The densities whose contours enclose given shares of q̄: the cells where q̄ is greater hold that share (highest density
 * regions). Contours of the masses that the prior's circles hold would be those circles if q̄ were the prior.
 * @param masses of q̄, in (0, 1); those that the window does not hold are left out
 */
export function enclosingLevels({ values, size, window }: Density, masses: readonly number[]): Level[] {
  const ascending = values.toSorted();
  const area = ((2 * window.half) / size) ** 2;
  const levels: Level[] = [];
  let held = 0;
  let cell = ascending.length;
  for (const mass of masses.toSorted((a, b) => a - b)) {
    while (held < mass && cell > 0) held += ascending[--cell]! * area;
    if (held >= mass) levels.push({ mass, density: ascending[cell]! });
  }
  return levels;
}
