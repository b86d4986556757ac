/** How numbers of the axes of a code are written: one place, so that panels agree. */
import type { PlaneAxes } from '../math/planar';
import type { Frame } from '../worker/frameProtocol';
import { coordinate } from './quantities';

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

/**
 * A place of the plane as the code that it stands for: one number where codes have one, the two of its axes by name where
 * they have more.
 * @param frame null before there is any
 * @param half half a side of the window that is seen
 */
export const placeText = (
  frame: Pick<Frame, 'latent' | 'plane'> | null,
  place: readonly [x: number, y: number],
  half: number,
): string => tuple(frame?.plane.axes ?? [0, 1], frame?.latent ?? 2, (_, k) => coordinate(place[k]!, half));
