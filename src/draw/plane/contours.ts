import { contours } from 'd3-contour';
import { select } from 'd3-selection';
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
  linesOf(
    values,
    size,
    levels.map(({ density }) => density),
  ).map((line, i) => ({ mass: levels[i]!.mass, ...line }));

/**
 * The lines of a field at some values. Where a field ends its lines end, too.
 * @param values size × size, row by row from the top left
 */
export function linesOf(values: Float32Array, size: number, levels: readonly number[]): Line[] {
  const trace = contours().size([size, size]);
  return levels.map((level) => {
    let path = '';
    let name: readonly [number, number] | null = null;
    for (const [x0, y0, x1, y1, begins] of segments(trace.contour(values as never, level).coordinates, size)) {
      path += begins ? `M${short(x0)} ${short(y0)}L${short(x1)} ${short(y1)}` : `L${short(x1)} ${short(y1)}`;
      if (name === null || y1 - x1 > name[1] - name[0]) name = [x1, y1];
    }
    return { path, name };
  });
}

/** Hundredths of a cell: less than is seen. */
const short = (value: number): number => Math.round(100 * value) / 100;

/** Every side of every ring that is not on the edge of the field; `begins` where it does not go on from the last. */
function* segments(
  polygons: readonly (readonly (readonly (readonly number[])[])[])[],
  size: number,
): Generator<[x0: number, y0: number, x1: number, y1: number, begins: boolean]> {
  const onEdge = (a: number, b: number): boolean => a === b && (a === 0 || a === size);
  for (const rings of polygons) {
    for (const ring of rings) {
      let begins = true;
      for (let i = 1; i < ring.length; i++) {
        const [x0, y0] = ring[i - 1] as [number, number];
        const [x1, y1] = ring[i] as [number, number];
        if (onEdge(x0, x1) || onEdge(y0, y1)) {
          begins = true;
        } else {
          yield [x0, y0, x1, y1, begins];
          begins = false;
        }
      }
    }
  }
}

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
