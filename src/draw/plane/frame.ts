import { axisBottom, axisLeft } from 'd3-axis';
import { select } from 'd3-selection';
import { labelsOf } from '../ticks';
import type { PlaneScales } from './scales';

/** Radii of the prior's contours that are drawn; the first is the unit circle. */
const PRIOR_SIGMAS = [1, 2, 3] as const;

/** CSS pixels between the left edge and its labels. */
const EDGE = 8;

/** CSS pixels next to a corner that are kept free, where the labels of both axes would meet. */
const CORNER = 18;

/** CSS pixels between a label and the edge that would cut it. */
const AIR = 3;

/** CSS pixels a tick label wants for itself. */
const TICK_ROOM = 90;

/**
 * The fixed furniture of the plane: axes through the edge, the origin, and the prior's 1σ, 2σ and 3σ circles, of which
 * the unit circle is the strongest line.
 */
export function paintFrame(group: SVGGElement, scales: PlaneScales): void {
  const root = select(group);
  const ticks = Math.max(2, Math.round(scales.size / TICK_ROOM));
  root
    .selectAll<SVGGElement, 'x' | 'y'>('g.axis')
    .data(['x', 'y'] as const)
    .join('g')
    .attr('class', (name) => `axis axis-${name}`)
    .attr('transform', (name) => (name === 'x' ? `translate(0 ${scales.size})` : null))
    .each(function (name) {
      const axis = name === 'x' ? axisBottom(scales.x) : axisLeft(scales.y);
      const scale = name === 'x' ? scales.x : scales.y;
      const labels = labelsOf(scale, ticks);
      // Labels below lie across their tick, those at the left edge beside theirs.
      const room = name === 'x' ? Math.max(CORNER, labels.width / 2 + AIR) : CORNER;
      const texts = new Map(labels.values.map((value, i) => [value, labels.texts[i]!]));
      const clear = labels.values.filter((tick) => {
        const at = scale(tick);
        return at > room && at < scales.size - room;
      });
      axis
        .tickValues(clear)
        .tickFormat((tick) => texts.get(tick as number)!)
        .tickSizeInner(-5)
        .tickSizeOuter(0)
        .tickPadding(-14)(select(this));
      if (name === 'y') select(this).selectAll('text').attr('x', EDGE).attr('text-anchor', 'start');
    });
  root
    .selectAll<SVGCircleElement, number>('circle.prior')
    .data(PRIOR_SIGMAS)
    .join('circle')
    .attr('class', (sigma) => `prior prior-${sigma}`)
    .attr('cx', scales.x(0))
    .attr('cy', scales.y(0))
    .attr('r', (sigma) => sigma * scales.unit);
  root
    .selectAll<SVGTextElement, number>('text.prior-name')
    .data(PRIOR_SIGMAS)
    .join('text')
    .attr('class', 'prior-name')
    .attr('x', (sigma) => scales.x(0) + sigma * scales.unit * Math.SQRT1_2)
    .attr('y', (sigma) => scales.y(0) - sigma * scales.unit * Math.SQRT1_2)
    .attr('dx', 3)
    .attr('dy', -3)
    // Names that would lie on top of each other say nothing.
    .attr('display', scales.unit < 26 ? 'none' : null)
    .text((sigma) => `${sigma}σ`);
}
