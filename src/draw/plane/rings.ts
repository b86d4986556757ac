import { select } from 'd3-selection';
import type { PlaneScales } from './scales';

/** A code that a ring is drawn around. */
export interface RingMark {
  /** Of its image. */
  readonly index: number;
  readonly x: number;
  readonly y: number;
  /** Whether the ring is broken. */
  readonly dashed: boolean;
}

/** CSS pixels. */
const RADIUS = 8;

/** Rings codes. */
export function paintRings(group: SVGGElement, rings: readonly RingMark[], scales: PlaneScales): void {
  select(group)
    .selectAll<SVGCircleElement, RingMark>('circle')
    .data(rings, ({ index }) => index)
    .join('circle')
    .attr('class', ({ dashed }) => (dashed ? 'ring ring-dashed' : 'ring'))
    .attr('r', RADIUS)
    .attr('cx', ({ x }) => scales.x(x))
    .attr('cy', ({ y }) => scales.y(y));
}
