import { select } from 'd3-selection';
import type { PlaneScales } from './scales';

/** Ellipses of codes whose images differ from their middle's by one amount. */
export interface IndicatrixMarks {
  /** Middles, n × 2, of a square grid row by row. */
  readonly points: Float32Array;
  /** Semi-axes in units of the plane; Infinity where the image does not change. */
  readonly major: Float64Array;
  readonly minor: Float64Array;
  /** Of the major axis with the first axis of the plane, in radians. */
  readonly angle: Float64Array;
}

/** How far an ellipse is drawn from its middle, in distances of two middles. */
const LONGEST = 0.9;

/** Draws them; those that reach farther than is drawn are cut there, and dashed. */
export function paintIndicatrices(
  group: SVGGElement,
  { points, major, minor, angle }: IndicatrixMarks,
  scales: PlaneScales,
): void {
  const longest = LONGEST * (points[2]! - points[0]!);
  const drawn = (radius: number): number => scales.unit * Math.min(radius, longest);
  select(group)
    .selectAll<SVGEllipseElement, number>('ellipse')
    .data(Array.from(major.keys()))
    .join('ellipse')
    .attr('class', (i) => (major[i]! > longest ? 'indicatrix indicatrix-cut' : 'indicatrix'))
    // y grows upwards on the plane and downwards on the page.
    .attr(
      'transform',
      (i) =>
        `translate(${scales.x(points[2 * i]!)} ${scales.y(points[2 * i + 1]!)}) rotate(${(-180 / Math.PI) * angle[i]!})`,
    )
    .attr('rx', (i) => drawn(major[i]!))
    .attr('ry', (i) => drawn(minor[i]!));
}

/** CSS pixels of the note from the lower right. */
const NOTE = { right: 12, bottom: 26 } as const;

/** Says in the lower right what all of them stand for. */
export function paintIndicatrixNote(group: SVGGElement, note: string, { size }: Pick<PlaneScales, 'size'>): void {
  select(group)
    .selectAll<SVGTextElement, string>('text')
    .data([note])
    .join('text')
    .attr('class', 'indicatrix-note')
    .attr('x', size - NOTE.right)
    .attr('y', size - NOTE.bottom)
    .text((said) => said);
}
