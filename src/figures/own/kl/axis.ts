/** The axis that the pictures of two densities have in common, and curves over it. */
import type { LinearScale } from '../../../draw/linear';
import { polyline } from '../../../draw/polyline';
import { type AxisDensity, logDensity, supportOf } from '../../../math/axisDensity';

/** What is shown of the axis, in units of the prior's standard deviation. */
export const SPAN = [-4.4, 4.4] as const;

/** Steps between the points of a curve. */
const STEPS = 440;

/** Where curves have their points. */
export const PLACES: readonly number[] = Array.from(
  { length: STEPS + 1 },
  (_, i) => SPAN[0] + ((SPAN[1] - SPAN[0]) * i) / STEPS,
);

/** What lies between a curve and 0, as the data of a path that begins and ends there. @param values at `PLACES` */
export function areaPath(values: readonly number[], x: LinearScale, y: LinearScale): string {
  const points = values.map((value, i) => [x(PLACES[i]!), y(value)] as const);
  return `${polyline([[x(SPAN[0]), y(0)], ...points, [x(SPAN[1]), y(0)]])}Z`;
}

/** A density as the data of a path; a box with upright sides. */
export function densityPath(density: AxisDensity, x: LinearScale, y: LinearScale): string {
  const valueAt = (z: number): number => Math.exp(logDensity(density, z));
  const [from, to] = supportOf(density);
  if (density.shape === 'normal') return polyline(PLACES.map((z) => [x(z), y(valueAt(z))]));
  const top = y(valueAt(density.mu));
  return polyline([
    [x(SPAN[0]), y(0)],
    [x(from), y(0)],
    [x(from), top],
    [x(to), top],
    [x(to), y(0)],
    [x(SPAN[1]), y(0)],
  ]);
}
