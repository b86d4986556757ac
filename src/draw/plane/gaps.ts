import { select } from 'd3-selection';
import type { PlaneScales } from './scales';

/** A code in a gap. */
export interface GapMark {
  readonly x: number;
  readonly y: number;
}

/** CSS pixels from the middle of a mark to its corners. */
const REACH = 9;

/** Marks codes by diamonds, numbered from 1 in their order. */
export function paintGaps(group: SVGGElement, gaps: readonly GapMark[], scales: PlaneScales): void {
  const marks = select(group)
    .selectAll<SVGGElement, GapMark>('g.gap')
    .data(gaps)
    .join((enter) => {
      const mark = enter.append('g').attr('class', 'gap');
      mark.append('path').attr('d', `M0 ${-REACH}L${REACH} 0L0 ${REACH}L${-REACH} 0Z`);
      mark.append('text');
      return mark;
    })
    .attr('transform', ({ x, y }) => `translate(${scales.x(x)} ${scales.y(y)})`);
  marks.select('text').text((_, i) => i + 1);
}
