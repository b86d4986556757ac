/** How numbers of the axes of a code are written: one place, so that panels agree. */
import type { PlaneAxes } from '../math/planar';

/** An axis as the settings count it, from 1: z₁. */
export const axisName = (axis: number): string =>
  `z${String(axis + 1).replace(/\d/g, (digit) => '₀₁₂₃₄₅₆₇₈₉'[Number(digit)]!)}`;

/** The axes of the plane, by name: z₁, z₃. */
export const planeNames = (axes: PlaneAxes): string => axes.map(axisName).join(', ');

/** Numbers, in brackets where there are several. */
export const row = (numbers: readonly string[]): string =>
  numbers.length === 1 ? numbers[0]! : `(${numbers.join(', ')})`;

/**
 * Numbers of the axes of the plane that codes have; with the names of these axes where codes have others, too.
 * @param latent d, axes of a code
 * @param show is given an axis, and its place on the plane
 */
export const tuple = (axes: PlaneAxes, latent: number, show: (axis: number, k: number) => string): string =>
  row(
    axes.flatMap((axis, k) => {
      if (axis < 0) return [];
      return latent > 2 ? `${axisName(axis)} ${show(axis, k)}` : show(axis, k);
    }),
  );
