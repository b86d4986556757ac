import type { PlaneScales } from './scales';

/** CSS pixels a side of the square around a code: larger than a centre, smaller than a pin. */
const SIDE = 7;

/**
 * Squares around those codes that are in the window, as the data of one SVG path: an element each would take longer to
 * move than all ellipses take to draw. A form that nothing else on the plane has, so that colour is not needed.
 */
export function squaresPath(codes: readonly (readonly [x: number, y: number])[], { x, y, size }: PlaneScales): string {
  const isSeen = (at: number): boolean => at > -SIDE && at < size + SIDE;
  return codes
    .map(([at, up]) => [x(at), y(up)] as const)
    .filter(([left, top]) => isSeen(left) && isSeen(top))
    .map(([left, top]) => `M${(left - SIDE / 2).toFixed(1)} ${(top - SIDE / 2).toFixed(1)}h${SIDE}v${SIDE}h${-SIDE}z`)
    .join('');
}
