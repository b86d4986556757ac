import { select } from 'd3-selection';
import type { PlaneScales } from './scales';

/** CSS pixels a side of the square around a code: larger than a centre, smaller than a pin. */
const SIDE = 7;

/** Squares around codes: a form that nothing else on the plane has, so that colour is not needed. */
export function paintSquares(
  group: SVGGElement,
  codes: readonly (readonly [x: number, y: number])[],
  { x, y, size }: PlaneScales,
): void {
  const isSeen = (at: number): boolean => at > -SIDE && at < size + SIDE;
  const squares = codes
    .map(([at, up]) => [x(at), y(up)] as const)
    .filter(([left, top]) => isSeen(left) && isSeen(top))
    .map(([left, top]) => `M${(left - SIDE / 2).toFixed(1)} ${(top - SIDE / 2).toFixed(1)}h${SIDE}v${SIDE}h${-SIDE}z`);
  // One path for all of them: an element each would take longer to move than all ellipses take to draw.
  select(group)
    .selectAll('path')
    .data(squares.length === 0 ? [] : [squares.join('')])
    .join('path')
    .attr('d', (path) => path);
}
