import { select } from 'd3-selection';
import type { CurveLayout } from './curves';
import { polyline } from './polyline';

/**
 * Fills what lies between 0 and the first of some curves, and between each and the next, as paths of the classes
 * `band band-NAME` with the name of the upper curve. They lie behind all else, so the curves are painted over them.
 * @param names of curves of one set, the lowest first
 */
export function paintBands(svg: SVGSVGElement, { curves, x, y }: CurveLayout, names: readonly string[]): void {
  const placed = names.map((name) => {
    const { points } = curves.find((curve) => curve.name === name)!;
    return points.map(({ step, value }) => [x(step), Math.max(y.range()[1], y(value))] as const);
  });
  const bands = placed.map((upper, i) => {
    const lower = i === 0 ? upper.map(([at]) => [at, y(0)] as const) : placed[i - 1]!;
    return { name: names[i]!, path: polyline([...upper, ...lower.toReversed()]) };
  });
  select(svg)
    .selectAll<SVGPathElement, (typeof bands)[number]>('path.band')
    .data(bands, ({ name }) => name)
    .join((enter) => enter.insert('path', ':first-child'))
    .attr('class', ({ name }) => `band band-${name}`)
    .attr('d', ({ path }) => path);
}
