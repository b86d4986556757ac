import { select } from 'd3-selection';
import type { PlaneScales } from './scales';

/** Draws a way through the plane and the straight line between its ends, with points on the way. */
export function paintGeodesic(
  group: SVGGElement,
  path: Float32Array,
  stops: readonly (readonly [x: number, y: number])[],
  scales: PlaneScales,
): void {
  const at = (i: number): string => `${scales.x(path[2 * i]!)} ${scales.y(path[2 * i + 1]!)}`;
  const last = path.length / 2 - 1;
  const ways = [
    { name: 'geodesic-straight', d: `M${at(0)}L${at(last)}` },
    { name: 'geodesic-path', d: `M${Array.from({ length: last + 1 }, (_, i) => at(i)).join('L')}` },
  ];
  select(group)
    .selectAll<SVGPathElement, (typeof ways)[number]>('path')
    .data(ways)
    .join('path')
    .attr('class', ({ name }) => name)
    .attr('d', ({ d }) => d);
  select(group)
    .selectAll<SVGCircleElement, (typeof stops)[number]>('circle')
    .data(stops)
    .join('circle')
    .attr('class', 'geodesic-stop')
    .attr('r', 2.5)
    .attr('cx', ([x]) => scales.x(x))
    .attr('cy', ([, y]) => scales.y(y));
}
