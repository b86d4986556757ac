import { select } from 'd3-selection';
import { isolines } from '../../math/isolines';
import type { DensityField } from './field';
import type { PlaneScales } from './scales';

/** The line on which a density has one value, in cells of its field from the top left. */
export interface Contour {
  /** Share of the mass where the density is higher. */
  readonly mass: number;
  /** SVG path data. */
  readonly path: string;
  /** Where its name stands: its point farthest to the lower left; null where no line is in the field. */
  readonly name: readonly [x: number, y: number] | null;
}

/** CSS pixels that two names, or a name and an edge, need between them. */
const APART = 18;

/** The contours of a field at its levels. Where a field ends its lines end, too. */
export function contoursOf({ size, values, levels }: DensityField): Contour[] {
  return levels.map(({ mass, density }) => {
    const lines = isolines(values, size, density);
    let name: readonly [number, number] | null = null;
    let path = '';
    for (const line of lines) {
      for (let i = 0; i < line.length; i += 2) {
        const [x, y] = [line[i]!, line[i + 1]!];
        path += `${i === 0 ? 'M' : 'L'}${short(x)} ${short(y)}`;
        if (name === null || y - x > name[1] - name[0]) name = [x, y];
      }
    }
    return { mass, path, name };
  });
}

/** Hundredths of a cell: less than is seen. */
const short = (value: number): number => Math.round(100 * value) / 100;

/**
 * Draws contours and their names.
 * @param field that they are of
 * @param nameOf what a contour is called
 */
export function paintContours(
  group: SVGGElement,
  found: readonly Contour[],
  { window: { x, y, half }, size }: DensityField,
  scales: PlaneScales,
  nameOf: (contour: Contour) => string,
): void {
  const left = scales.x(x - half);
  const top = scales.y(y + half);
  const cell = (2 * half * scales.unit) / size;
  select(group)
    .selectAll<SVGPathElement, Contour>('path')
    .data(found)
    .join('path')
    .attr('class', (_, i) => `contour contour-${i + 1}`)
    .attr('d', ({ path }) => path)
    // The lines stay as thin as they are, here and where the picture is taken to.
    .attr('vector-effect', 'non-scaling-stroke')
    .attr('transform', `translate(${left} ${top}) scale(${cell})`);
  const named: { readonly contour: Contour; readonly x: number; readonly y: number }[] = [];
  for (const contour of found) {
    if (contour.name === null) continue;
    const place = {
      contour,
      x: Math.round(left + cell * contour.name[0]),
      y: Math.round(top + cell * contour.name[1]),
    };
    const clear = (a: number): boolean => a > APART && a < scales.size - APART;
    const last = named.at(-1);
    const apart = last === undefined || Math.hypot(place.x - last.x, place.y - last.y) > APART;
    if (apart && clear(place.x) && clear(place.y)) named.push(place);
  }
  select(group)
    .selectAll<SVGTextElement, (typeof named)[number]>('text')
    .data(named)
    .join('text')
    .attr('class', 'contour-name')
    .attr('x', (place) => place.x)
    .attr('y', (place) => place.y)
    .attr('dx', -3)
    .attr('dy', 11)
    .text(({ contour }) => nameOf(contour));
}
