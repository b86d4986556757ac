import { select } from 'd3-selection';
import { isolines } from '../../math/isolines';
import type { DensityField } from './field';
import { type PlacedField, placeOf } from './place';
import type { PlaneScales } from './scales';

/** The line on which a field has one value, in cells of the field from the top left. */
export interface Line {
  /** SVG path data. */
  readonly path: string;
  /** Its points as x, y, x, y, …, at one of which its name stands. */
  readonly points: readonly number[];
}

/** A line of a density. */
export interface Contour extends Line {
  /** Share of the mass where the density is higher. */
  readonly mass: number;
}

/** CSS pixels that two names, or a name and an edge, need between them. */
const APART = 18;

/** The contours of a density at its levels. */
export const contoursOf = ({ size, values, levels }: Pick<DensityField, 'size' | 'values' | 'levels'>): Contour[] =>
  levels.map(({ mass, density }) => ({ mass, ...lineAt(values, size, density) }));

/**
 * Where a field has one value. Where the field ends the line ends, too.
 * @param values size × size, row by row from the top left
 */
export function lineAt(values: Float32Array, size: number, level: number): Line {
  const lines = isolines(values, size, level);
  let path = '';
  for (const line of lines)
    for (let i = 0; i < line.length; i += 2) path += `${i === 0 ? 'M' : 'L'}${short(line[i]!)} ${short(line[i + 1]!)}`;
  return { path, points: lines.flat() };
}

/** Hundredths of a cell: less than is seen. */
const short = (value: number): number => Math.round(100 * value) / 100;

/**
 * Draws lines and their names.
 * @param field that they are of
 * @param nameOf what a line is called; null for no names
 */
export function paintContours<L extends Line>(
  group: SVGGElement,
  found: readonly L[],
  field: PlacedField,
  scales: PlaneScales,
  nameOf: ((line: L, i: number) => string) | null,
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
  const named: NamePlace[] = [];
  for (const [i, { points }] of found.entries()) {
    if (nameOf === null) break;
    const place = placeForName(points, ([x, y]) => [left + cell * x, top + cell * y], scales.size, named);
    if (place !== null) named.push({ name: nameOf(found[i]!, i), x: Math.round(place[0]), y: Math.round(place[1]) });
  }
  select(group)
    .selectAll<SVGTextElement, NamePlace>('text.contour-name')
    .data(named)
    .join('text')
    .attr('class', 'contour-name')
    .attr('x', (place) => place.x)
    .attr('y', (place) => place.y)
    .attr('dx', -3)
    .attr('dy', 11)
    .text(({ name }) => name);
}

interface NamePlace {
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

type Place = readonly [x: number, y: number];

/** The point of a line farthest to the lower left where a name is clear of the edges and of other names; null for none. */
export function placeForName(
  points: readonly number[],
  onPage: (point: Place) => Place,
  size: number,
  others: readonly NamePlace[],
): Place | null {
  const clear = (at: number): boolean => at > APART && at < size - APART;
  let best: Place | null = null;
  for (let i = 0; i < points.length; i += 2) {
    const place = onPage([points[i]!, points[i + 1]!]);
    const [x, y] = place;
    if (best !== null && y - x <= best[1] - best[0]) continue;
    if (clear(x) && clear(y) && others.every((other) => Math.hypot(x - other.x, y - other.y) > APART)) best = place;
  }
  return best;
}
