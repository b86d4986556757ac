import { select } from 'd3-selection';
import { isolines } from '../../math/isolines';
import type { DensityField } from './field';
import { type PlacedField, placeOf } from './place';
import type { PlaneScales } from './scales';

/** The line on which a field has one value, in cells of the field from the top left. */
export interface Line {
  /** SVG path data. */
  readonly path: string;
  /** Where its name stands: its point farthest to the lower left; null where no line is in the field. */
  readonly name: readonly [x: number, y: number] | null;
}

/** A line of a density. */
export interface Contour extends Line {
  /** Share of the mass where the density is higher. */
  readonly mass: number;
}

/** CSS pixels that two names, or a name and an edge, need between them. */
const APART = 18;

/** The contours of a density at its levels. */
export const contoursOf = ({ size, values, levels }: DensityField): Contour[] =>
  levels.map(({ mass, density }) => ({ mass, ...lineAt(values, size, density) }));

/**
 * Where a field has one value. Where the field ends the line ends, too.
 * @param values size × size, row by row from the top left
 */
export function lineAt(values: Float32Array, size: number, level: number): Line {
  let name: readonly [number, number] | null = null;
  let path = '';
  for (const line of isolines(values, size, level)) {
    for (let i = 0; i < line.length; i += 2) {
      const [x, y] = [line[i]!, line[i + 1]!];
      path += `${i === 0 ? 'M' : 'L'}${short(x)} ${short(y)}`;
      if (name === null || y - x > name[1] - name[0]) name = [x, y];
    }
  }
  return { path, name };
}

/** Hundredths of a cell: less than is seen. */
const short = (value: number): number => Math.round(100 * value) / 100;

/**
 * Draws lines and their names.
 * @param field that they are of
 * @param nameOf what a line is called
 */
export function paintContours<L extends Line>(
  group: SVGGElement,
  found: readonly L[],
  field: PlacedField,
  scales: PlaneScales,
  nameOf: (line: L, i: number) => string,
): void {
  const { left, top, side } = placeOf(field, scales);
  const cell = side / field.size;
  select(group)
    .selectAll<SVGPathElement, L>('path.contour')
    .data(found)
    .join('path')
    .attr('class', (_, i) => `contour contour-${i + 1}`)
    .attr('d', ({ path }) => path)
    // The lines stay as thin as they are, here and where the picture is taken to.
    .attr('vector-effect', 'non-scaling-stroke')
    .attr('transform', `translate(${left} ${top}) scale(${cell})`);
  const named: { readonly name: string; readonly x: number; readonly y: number }[] = [];
  for (const [i, line] of found.entries()) {
    if (line.name === null) continue;
    const place = {
      name: nameOf(line, i),
      x: Math.round(left + cell * line.name[0]),
      y: Math.round(top + cell * line.name[1]),
    };
    const clear = (a: number): boolean => a > APART && a < scales.size - APART;
    const last = named.at(-1);
    const apart = last === undefined || Math.hypot(place.x - last.x, place.y - last.y) > APART;
    if (apart && clear(place.x) && clear(place.y)) named.push(place);
  }
  select(group)
    .selectAll<SVGTextElement, (typeof named)[number]>('text.contour-name')
    .data(named)
    .join('text')
    .attr('class', 'contour-name')
    .attr('x', (place) => place.x)
    .attr('y', (place) => place.y)
    .attr('dx', -3)
    .attr('dy', 11)
    .text(({ name }) => name);
}
