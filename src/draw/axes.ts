import { type Axis, axisBottom, axisLeft } from 'd3-axis';
import { type Selection, select } from 'd3-selection';
import type { LinearScale } from './linear';
import type { Labels } from './ticks';

/** An axis, and what stands beside its ticks. */
interface LabelledAxis {
  readonly scale: LinearScale;
  readonly labels: Labels;
}

/**
 * Draws the two axes of a chart as groups of the classes `axis axis-x` and `axis axis-y`: x along the lower edge, y along
 * the left one with lines across the picture.
 * @param root the picture, in the pixels that the ranges of the scales are in
 */
export function paintAxes(
  root: Selection<SVGSVGElement, unknown, null, undefined>,
  x: LabelledAxis,
  y: LabelledAxis,
): void {
  const [left, right] = x.scale.range();
  const [bottom] = y.scale.range();
  root
    .selectAll<SVGGElement, 'x' | 'y'>('g.axis')
    .data(['x', 'y'] as const)
    .join('g')
    .attr('class', (name) => `axis axis-${name}`)
    .attr('transform', (name) => (name === 'x' ? `translate(0 ${bottom})` : `translate(${left} 0)`))
    .each(function (name) {
      if (name === 'x') ticks(axisBottom(x.scale), x.labels).tickSizeInner(4)(select(this));
      else ticks(axisLeft(y.scale), y.labels).tickSizeInner(left - right)(select(this));
    });
}

const ticks = (axis: Axis<number>, { values, texts }: Labels): Axis<number> =>
  axis
    .tickValues(values)
    .tickFormat((_, i) => texts[i]!)
    .tickSizeOuter(0);
