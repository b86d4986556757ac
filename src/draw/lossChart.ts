import { max, min } from 'd3-array';
import { axisBottom, axisLeft } from 'd3-axis';
import { scaleLinear } from 'd3-scale';
import { select } from 'd3-selection';

/** One step of the curve, in nats an image. */
export interface LossRow {
  readonly step: number;
  readonly reconstruction: number;
  readonly weighted: number;
  readonly total: number;
}

/** From the back: the sum is a broad line, so that R shows on it where βK is nothing. */
const SERIES = ['total', 'weighted', 'reconstruction'] as const;
const MARGIN = { top: 6, right: 10, bottom: 20, left: 28 };

/** The first steps fall from so high that they would flatten the rest: the axis leaves this share of points above. */
const CLIPPED = 0.02;

/** CSS pixels a point of a curve has for itself; more points cost ink and show nothing. */
const POINT = 1.5;

/** R, βK and their sum against the training step. The steepest start is cut off at the top of the picture. */
export function paintLossChart(svg: SVGSVGElement, history: readonly LossRow[], width: number, height: number): void {
  const stride = Math.ceil(history.length / (width / POINT));
  // Counted from the end, so that the present is always there.
  const rows = history.filter((_, i) => (history.length - 1 - i) % stride === 0);
  const root = select(svg).attr('viewBox', `0 0 ${width} ${height}`);
  const inner = { right: width - MARGIN.right, bottom: height - MARGIN.bottom };
  const tops = rows.map(({ total, reconstruction }) => Math.max(total, reconstruction)).sort((a, b) => a - b);
  const top = tops[Math.floor((1 - CLIPPED) * (tops.length - 1))] ?? 1;
  const bottom = Math.min(0, min(rows, ({ total, reconstruction }) => Math.min(total, reconstruction)) ?? 0);
  const x = scaleLinear(
    [rows[0]?.step ?? 0, Math.max(max(rows, ({ step }) => step) ?? 1, 1)],
    [MARGIN.left, inner.right],
  );
  const y = scaleLinear([bottom, top * 1.08], [inner.bottom, MARGIN.top]).nice(4);

  root
    .selectAll<SVGGElement, 'x' | 'y'>('g.axis')
    .data(['x', 'y'] as const)
    .join('g')
    .attr('class', (name) => `axis axis-${name}`)
    .attr('transform', (name) => (name === 'x' ? `translate(0 ${inner.bottom})` : `translate(${MARGIN.left} 0)`))
    .each(function (name) {
      if (name === 'x')
        axisBottom(x)
          .ticks(Math.max(2, width / 110))
          .tickSizeOuter(0)
          .tickSize(4)(select(this));
      else
        axisLeft(y)
          .ticks(4)
          .tickSizeOuter(0)
          .tickSize(MARGIN.left - inner.right)(select(this));
    });
  root
    .selectAll<SVGPathElement, (typeof SERIES)[number]>('path.series')
    .data(SERIES)
    .join('path')
    .attr('class', (name) => `series series-${name}`)
    .attr('d', (name) => polyline(rows.map((row) => [x(row.step), Math.max(MARGIN.top, y(row[name]))])));
}

/** The points joined by straight lines, as the data of an SVG path. */
const polyline = (points: readonly (readonly [number, number])[]): string =>
  points.length === 0 ? '' : `M${points.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}`;
